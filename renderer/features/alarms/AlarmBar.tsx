import { ActionIcon, Anchor, Button, Text } from '@mantine/core';
import { IconBellRinging, IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { CallOutput } from '../../../core/contract/contract.ts';
import { useCall, useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import classes from './AlarmBar.module.css';

type Alarm = CallOutput<'alarm.list'>['unseen'][number];

/** More would push the work off a small screen; the rest is a link to the queue. */
const SHOWN = 2;
const SNOOZE_MINUTES = 10;

/** What has become due, until it is opened, put off or put away: the desktop's notifications inside the window. */
export function AlarmBar() {
  const { t } = useTranslation('common');
  const [location, navigate] = useLocation();
  const dismiss = useCommand('alarm.dismiss');
  const remind = useCommand('ticket.remind');
  const unseen = latestOfEach(useCall('alarm.list', {}).data?.unseen ?? []);
  const here = unseen.find(({ ticketId }) => location === `/ticket/${ticketId}`)?.ticketId ?? null;
  const { mutate: see } = dismiss;
  // Its own page says it all.
  useEffect(() => {
    if (here !== null) see({ ticketId: here });
  }, [here, see]);
  const others = unseen.filter(({ ticketId }) => ticketId !== here);
  const more = others.length - SHOWN;
  return (
    <section className={classes['bar']} aria-label={t('alarms.label')}>
      <div role="status">
        {others.slice(0, SHOWN).map((alarm) => (
          <AlarmLine
            key={alarm.ticketId}
            alarm={alarm}
            onOpen={() => navigate(`/ticket/${alarm.ticketId}`)}
            onSnooze={() => remind.mutate({ ticketId: alarm.ticketId, minutes: SNOOZE_MINUTES })}
            onDismiss={() => dismiss.mutate({ ticketId: alarm.ticketId })}
          />
        ))}
      </div>
      {more > 0 && (
        <Anchor className={classes['more'] ?? ''} href="#/?lane=open" size="sm">
          {t('alarms.more', { count: more })}
        </Anchor>
      )}
      <CallErrorNotice error={remind.error ?? dismiss.error} />
    </section>
  );
}

type LineProps = {
  readonly alarm: Alarm;
  readonly onOpen: () => void;
  readonly onSnooze: () => void;
  readonly onDismiss: () => void;
};

function AlarmLine({ alarm, onOpen, onSnooze, onDismiss }: LineProps) {
  const { t } = useTranslation('common');
  return (
    <div className={classes['line']}>
      <IconBellRinging aria-hidden size={18} />
      <Text size="sm" className={classes['text'] ?? ''}>
        <strong>{t('alarms.ticket', { number: alarm.ticketNumber })}</strong>{' '}
        {t(`alarms.kinds.${alarm.kind}`)}
      </Text>
      <Button size="compact-sm" onClick={onOpen}>
        {t('alarms.open')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={onSnooze}>
        {t('alarms.snooze')}
      </Button>
      <ActionIcon variant="subtle" color="gray" aria-label={t('alarms.dismiss')} onClick={onDismiss}>
        <IconX aria-hidden size={16} />
      </ActionIcon>
    </div>
  );
}

/** A ticket has one line, for what came last. */
function latestOfEach(alarms: readonly Alarm[]): readonly Alarm[] {
  return alarms.filter(
    ({ ticketId }, index) => alarms.findIndex((other) => other.ticketId === ticketId) === index,
  );
}
