import { Anchor, List } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import { formatTime } from '../../../lib/time-words.ts';
import { useNow } from '../../../lib/use-now.ts';
import { Notice } from '../../../ui/Notice.tsx';

/** Why a limit may be reached that this ticket alone did not reach: the device has had other tickets. */
export function DeviceUseNotice({ ticket: { deviceUse } }: { readonly ticket: TicketDetails }) {
  const { t, i18n } = useTranslation('ticket');
  const now = useNow(60_000);
  if (deviceUse === null) return null;
  return (
    <Notice tone="info" title={t('deviceUse.title')}>
      <List size="sm" listStyleType="none">
        {deviceUse.others.map(({ ticketId, ticketNumber, codes, wrongCodes, lastAt }) => {
          const used = [
            codes > 0 && t('deviceUse.codes', { count: codes }),
            wrongCodes > 0 && t('deviceUse.wrongCodes', { count: wrongCodes }),
            codes + wrongCodes === 0 && t('deviceUse.locked'),
          ].filter((words) => words !== false);
          return (
            <List.Item key={ticketId}>
              <Anchor underline="always" href={`#/ticket/${ticketId}`}>
                {t('number', { number: ticketNumber })}
              </Anchor>
              {` · ${used.join(', ')} · ${t('deviceUse.last', { at: formatTime(lastAt, now, i18n.language) })}`}
            </List.Item>
          );
        })}
      </List>
    </Notice>
  );
}
