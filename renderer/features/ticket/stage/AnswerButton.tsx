import { Button, Text } from '@mantine/core';
import { IconAlertTriangle, IconArrowBackUp } from '@tabler/icons-react';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import type { Answer } from '../../../../core/playbook/schema.ts';
import type { ContradictedLimit } from '../../../../core/ticket/schema.ts';
import { formatTime } from '../../../lib/time-words.ts';
import { useNow } from '../../../lib/use-now.ts';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import classes from './Answers.module.css';
import type { Blocker } from './answers.ts';

type Props = {
  readonly label: string;
  readonly number: string;
  readonly tone: Answer['tone'];
  readonly isPrimary: boolean;
  readonly blocker: Blocker | null;
  /** Limits of its source that speak against it; it can be given all the same. */
  readonly warnings: readonly ContradictedLimit[];
  /** Who says so of those limits. */
  readonly sources: readonly string[];
  /** When the blocker ends by itself; epoch ms, null where that is not known. */
  readonly until: number | null;
  readonly isBusy: boolean;
  readonly onGive: () => void;
};

/** An answer that can not be given now stays reachable, so that its reason can be read. */
export function AnswerButton(props: Props) {
  const { label, number, tone, isPrimary, blocker, warnings, sources, until, isBusy, onGive } = props;
  const { t, i18n } = useTranslation('ticket');
  const now = useNow(60_000);
  const reasonId = useId();
  const isBlocked = blocker !== null;
  const untilText = until === null ? '' : formatTime(until, now, i18n.language);
  return (
    <div className={classes['answer']}>
      <Button
        size="sm"
        variant={isPrimary ? 'filled' : 'default'}
        className={classes['button'] ?? ''}
        classNames={{ label: classes['label'] ?? '' }}
        {...(isBlocked ? { 'data-disabled': true, 'aria-disabled': true } : {})}
        aria-describedby={isBlocked || warnings.length > 0 ? reasonId : undefined}
        aria-keyshortcuts={isPrimary ? `Enter ${number}` : number}
        loading={isBusy}
        leftSection={tone === 'failure' ? <IconArrowBackUp aria-hidden size={18} /> : null}
        rightSection={<KeyHint name={isPrimary ? 'Enter' : number} />}
        onClick={() => {
          if (!isBlocked) onGive();
        }}
      >
        {label}
      </Button>
      {isBlocked && (
        <Text id={reasonId} size="xs" c="dimmed">
          {t(`blockers.${blocker}`, { until: untilText })}
        </Text>
      )}
      {!isBlocked && warnings.length > 0 && (
        <Text id={reasonId} size="xs" className={classes['warning'] ?? ''}>
          <IconAlertTriangle aria-hidden size={14} />{' '}
          {warnings.map((condition) => t(`warnings.${condition}`, { until: untilText })).join(' ')}{' '}
          {sources.length > 0 && `${t('warnings.source', { source: sources.join('; ') })} `}
          {t('stage.warnedOnly')}
        </Text>
      )}
    </div>
  );
}
