import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ListedPlaybook } from '../../../core/contract/records.ts';
import type { PlaybookDifferences } from '../../../core/playbook/desks-own.ts';
import { useCommand } from '../../api/use-call.ts';
import { localize } from '../../lib/localize.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import classes from './SettingsPage.module.css';

/** A file that the desk does not work by yet, or no longer: what differs, addresses first, and the decision. */
export function ProcedureApproval({ source }: { readonly source: ListedPlaybook }) {
  const { t, i18n } = useTranslation('settings');
  const decide = useCommand('playbook.decide');
  const { file, state, title, version, digest, differences } = source;
  if (digest === null || differences === null || title === null) return null;
  const isWaiting = state === 'waiting';
  return (
    <Notice
      tone={isWaiting ? 'warning' : 'info'}
      title={t(`procedures.asks.${isWaiting ? 'waiting' : 'declined'}`, { file })}
    >
      <Text size="sm">
        {t('procedures.asks.name', { title: localize(title, i18n.language), version })}{' '}
        {differences.replaces === null
          ? t('procedures.asks.isNew')
          : t('procedures.asks.replaces', {
              title: localize(differences.replaces.title, i18n.language),
              version: differences.replaces.version,
            })}
      </Text>
      <Differences differences={differences} />
      <Text size="sm">{t('procedures.asks.next')}</Text>
      <Group gap="xs" mt="xs">
        <Button
          size="sm"
          variant={isWaiting ? 'filled' : 'default'}
          loading={decide.isPending}
          onClick={() => decide.mutate({ digest, decision: 'approved' })}
        >
          {t('procedures.asks.approve')}
        </Button>
        {isWaiting && (
          <Button
            size="sm"
            variant="default"
            loading={decide.isPending}
            onClick={() => decide.mutate({ digest, decision: 'refused' })}
          >
            {t('procedures.asks.refuse')}
          </Button>
        )}
      </Group>
      <CallErrorNotice error={decide.error} />
    </Notice>
  );
}

function Differences({ differences }: { readonly differences: PlaybookDifferences }) {
  const { t, i18n } = useTranslation('settings');
  const { addresses, limits, steps } = differences;
  const stepLines = (['added', 'changed', 'removed'] as const).flatMap((kind) =>
    steps[kind].length === 0
      ? []
      : [
          t(`procedures.asks.${kind}Steps`, {
            count: steps[kind].length,
            titles: steps[kind].map((title) => localize(title, i18n.language)).join(', '),
          }),
        ],
  );
  const none = t('procedures.asks.none');
  const limitLines = limits.map(({ name, before, after }) =>
    t('procedures.asks.limit', { name, before: before || none, after: after || none }),
  );
  return (
    <>
      <Lines title={t('procedures.asks.newAddresses')} lines={addresses.added} isMono />
      <Lines title={t('procedures.asks.lostAddresses')} lines={addresses.removed} isMono />
      <Lines title={t('procedures.asks.limits')} lines={limitLines} />
      <Lines title={null} lines={stepLines} />
    </>
  );
}

type LinesProps = {
  readonly title: string | null;
  readonly lines: readonly string[];
  readonly isMono?: boolean;
};

function Lines({ title, lines, isMono = false }: LinesProps) {
  if (lines.length === 0) return null;
  return (
    <>
      {title !== null && (
        <Text size="sm" fw={600}>
          {title}
        </Text>
      )}
      <ul className={classes['problems']}>
        {lines.map((line) => (
          <li key={line} className={isMono ? 'rd-mono' : undefined}>
            {line}
          </li>
        ))}
      </ul>
    </>
  );
}

/** New tickets no longer take it; those that are on it go on. */
export function WithdrawButton({ digest }: { readonly digest: string }) {
  const { t } = useTranslation('settings');
  const decide = useCommand('playbook.decide');
  return (
    <Button
      size="compact-sm"
      variant="subtle"
      ml="xs"
      loading={decide.isPending}
      onClick={() => decide.mutate({ digest, decision: 'refused' })}
    >
      {t('procedures.asks.withdraw')}
    </Button>
  );
}
