import { Badge, Button, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { TicketDetails } from '../../../core/contract/records.ts';
import { playbooksOf, undoneSequences } from '../../../core/ticket/replay.ts';
import { useCall } from '../../api/use-call.ts';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { formatTime } from '../../lib/time-words.ts';
import { useNow } from '../../lib/use-now.ts';
import { ChainState } from '../../ui/ChainState.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { EventText, withPlaybooks } from '../ticket/index.ts';
import { RecordPage } from './RecordPage.tsx';
import classes from './Records.module.css';

/** Every entry of a ticket's trail in words, and whether the trail is whole. */
export function TicketAuditPage({ ticketId }: { readonly ticketId: string }) {
  const { t } = useTranslation('records');
  const found = useCall('ticket.get', { ticketId });
  const check = useCall('audit.checkTicket', { ticketId });
  const ticket = found.data?.ticket ?? null;
  return (
    <RecordPage
      title={ticket === null ? t('audit.title') : t('audit.ofTicket', { number: ticket.number })}
      action={<BackToTicket ticketId={ticketId} />}
      error={found.error ?? check.error}
    >
      {ticket === null || check.data === undefined ? null : (
        <>
          <ChainState brokenAt={check.data.brokenAt} count={ticket.history.length} />
          <TicketTrail ticket={ticket} />
        </>
      )}
    </RecordPage>
  );
}

function BackToTicket({ ticketId }: { readonly ticketId: string }) {
  const { t } = useTranslation('records');
  const [, navigate] = useLocation();
  const back = () => navigate(`/ticket/${ticketId}`);
  useShortcuts([{ key: 'Escape', label: t('audit.back'), run: back }]);
  return (
    <Button variant="default" rightSection={<KeyHint name="Escape" />} onClick={back}>
      {t('audit.back')}
    </Button>
  );
}

function TicketTrail({ ticket }: { readonly ticket: TicketDetails }) {
  const { t, i18n } = useTranslation('records');
  const now = useNow(60_000);
  const undone = undoneSequences(ticket.history);
  const refs = playbooksOf(ticket.history.map(({ event }) => event));
  const playbooks = useCall('playbook.find', { refs: [...refs] }).data?.playbooks ?? [];
  return (
    <section className={classes['card']} aria-label={t('audit.title')}>
      <ol className={classes['list']}>
        {withPlaybooks(ticket.history, playbooks).map(
          ({ record: { sequence, at, actor, event }, playbook }) => (
            <li key={sequence} className={`${classes['line']} ${classes['entry']}`}>
              <span className={classes['number']}>{sequence}</span>
              <div>
                <span className={undone.has(sequence) ? classes['undone'] : undefined}>
                  <EventText event={event} playbook={playbook} />
                </span>
                <Text size="xs" c="dimmed">
                  {formatTime(at, now, i18n.language)} · {actor}
                  {undone.has(sequence) && (
                    <Badge variant="default" size="sm" tt="none" ms={8}>
                      {t('audit.undone')}
                    </Badge>
                  )}
                </Text>
              </div>
            </li>
          ),
        )}
      </ol>
    </section>
  );
}
