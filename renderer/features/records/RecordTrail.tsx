import { Button, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordKind } from '../../../core/records/record-entry.ts';
import { useCall } from '../../api/use-call.ts';
import { formatTime } from '../../lib/time-words.ts';
import { useNow } from '../../lib/use-now.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { ChainState } from '../../ui/ChainState.tsx';
import { EntryText } from './EntryText.tsx';
import { RecordCard } from './RecordPage.tsx';
import classes from './Records.module.css';

type Props = { readonly kind: RecordKind; readonly id: string };

/** The record's own log with its chain; asked for, because it is seldom needed. */
export function RecordTrail({ kind, id }: Props) {
  const { t } = useTranslation('records');
  const [isShown, setShown] = useState(false);
  return (
    <RecordCard title={t('audit.title')}>
      <Button
        size="xs"
        variant="default"
        mb={isShown ? 'xs' : 0}
        aria-expanded={isShown}
        onClick={() => setShown(!isShown)}
      >
        {t(isShown ? 'audit.hide' : 'audit.show')}
      </Button>
      {isShown && <Trail kind={kind} id={id} />}
    </RecordCard>
  );
}

function Trail({ kind, id }: Props) {
  const { i18n } = useTranslation();
  const now = useNow(60_000);
  const trail = useCall('audit.getRecord', { kind, id });
  if (trail.data === undefined) return <CallErrorNotice error={trail.error} />;
  const { entries, brokenAt } = trail.data;
  return (
    <>
      <ChainState brokenAt={brokenAt} count={entries.length} />
      <ol className={classes['list']}>
        {entries.map((entry) => (
          <li key={entry.sequence} className={`${classes['line']} ${classes['entry']}`}>
            <span className={classes['number']}>{entry.sequence}</span>
            <div>
              <EntryText entry={entry} />
              <Text size="xs" c="dimmed">
                {formatTime(entry.at, now, i18n.language)} · {entry.actor}
              </Text>
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}
