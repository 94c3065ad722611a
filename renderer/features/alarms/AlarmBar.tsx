import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import { useCall, useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import classes from './AlarmBar.module.css';
import { type Alarm, AlarmLine } from './AlarmLine.tsx';
import { FurtherAlarms } from './FurtherAlarms.tsx';

const SNOOZE_MINUTES = 10;

/**
 * What has become due of the agent's tickets, until it is opened, put off or put away: the desktop's notifications inside the
 * window. One line, whatever is due.
 */
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
  const [first, ...further] = unseen.filter(({ ticketId }) => ticketId !== here);
  const actsOn = ({ ticketId }: Alarm) => ({
    onOpen: () => navigate(`/ticket/${ticketId}`),
    onSnooze: () => remind.mutate({ ticketId, minutes: SNOOZE_MINUTES }),
    onDismiss: () => dismiss.mutate({ ticketId }),
  });
  return (
    <section className={classes['bar']} aria-label={t('alarms.label')}>
      {/* Always there, so that a screen reader hears what comes into it. */}
      <div role="status">
        {first !== undefined && (
          <AlarmLine alarm={first} {...actsOn(first)}>
            {further.length > 0 && (
              <FurtherAlarms count={further.length}>
                {further.map((alarm) => (
                  <AlarmLine key={alarm.ticketId} alarm={alarm} {...actsOn(alarm)} />
                ))}
              </FurtherAlarms>
            )}
          </AlarmLine>
        )}
      </div>
      <CallErrorNotice error={remind.error ?? dismiss.error} />
    </section>
  );
}

/** A ticket has one line, for what came last. */
function latestOfEach(alarms: readonly Alarm[]): readonly Alarm[] {
  return alarms.filter(
    ({ ticketId }, index) => alarms.findIndex((other) => other.ticketId === ticketId) === index,
  );
}
