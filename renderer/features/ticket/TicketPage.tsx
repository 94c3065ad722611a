import { Button, Center, Loader, Stack, Title } from '@mantine/core';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { TicketDetails } from '../../../core/contract/records.ts';
import { situationOf } from '../../../core/playbook/chooser.ts';
import { fillLabels } from '../../../core/playbook/labels.ts';
import { withDeviceCounts } from '../../../core/ticket/device-counts.ts';
import { isSamePlaybook, type PlaybookRef, playbooksOf } from '../../../core/ticket/replay.ts';
import { useCall } from '../../api/use-call.ts';
import { dropPageReading } from '../../reader/page-reading.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TicketSecretsProvider } from './ticket-secrets.tsx';
import { useRememberTicket } from './use-remember-ticket.ts';
import { Workspace } from './Workspace.tsx';

/** One ticket, from its first step to its end. Mount it with the ticket's id as key. */
export function TicketPage({ ticketId }: { readonly ticketId: string }) {
  return (
    <TicketSecretsProvider>
      <LoadedTicket ticketId={ticketId} />
    </TicketSecretsProvider>
  );
}

function LoadedTicket({ ticketId }: { readonly ticketId: string }) {
  const ticket = useCall('ticket.get', { ticketId });
  // Read ahead for the chooser, so that it comes up at once.
  useCall('playbook.list', {});
  const refs = ticket.data === undefined ? [] : refsOf(ticket.data.ticket);
  const playbooks = useCall('playbook.find', { refs }, { isEnabled: refs.length > 0, keepsPrevious: true });
  useRememberTicket(ticketId, ticket.data?.ticket.state.status ?? null);
  // Its picture and its text reader take much memory, and belong to no other ticket.
  useEffect(() => () => dropPageReading(ticketId), [ticketId]);

  if (ticket.data !== undefined && playbooks.data !== undefined) {
    const found = asCounted(ticket.data.ticket);
    const { playbookId: id, playbookVersion: version } = found.state;
    const playbook = playbooks.data.playbooks.find((each) => isSamePlaybook(each, { id, version }));
    if (playbook !== undefined) {
      const spoken = fillLabels(playbook, situationOf(found.state, found.device));
      return <Workspace ticket={found} playbook={spoken} playbooks={playbooks.data.playbooks} />;
    }
    // A route that was just taken is on its way.
    if (!playbooks.isPlaceholderData) return <MissingPlaybook />;
  }
  const failed = ticket.error !== null ? ticket : playbooks.error !== null ? playbooks : null;
  if (failed !== null) return <Failure error={failed.error} onRetry={() => void failed.refetch()} />;
  return (
    <Center h="100%">
      <Loader />
    </Center>
  );
}

/** The limits hold for the device, so the other tickets' part in them counts here too. */
function asCounted(ticket: TicketDetails): TicketDetails {
  const { state, deviceUse } = ticket;
  return deviceUse === null ? ticket : { ...ticket, state: withDeviceCounts(state, deviceUse.counts) };
}

/** The present one comes from the state, so that a ticket opens also when its history cannot be read whole. */
function refsOf({ state, history }: TicketDetails): PlaybookRef[] {
  const present = { id: state.playbookId, version: state.playbookVersion };
  const former = playbooksOf(history.map(({ event }) => event));
  return [present, ...former.filter((ref) => !isSamePlaybook(ref, present))];
}

function Failure({ error, onRetry }: { readonly error: Error | null; readonly onRetry: () => void }) {
  const { t } = useTranslation('ticket');
  return (
    <Unavailable>
      <CallErrorNotice
        error={error}
        action={<Button onClick={onRetry}>{t('common:actions.retry')}</Button>}
      />
    </Unavailable>
  );
}

function MissingPlaybook() {
  const { t } = useTranslation('ticket');
  return (
    <Unavailable>
      <Notice tone="danger" title={t('playbookMissing')}>
        {t('playbookMissingNext')}
      </Notice>
    </Unavailable>
  );
}

/** Why there is no ticket to see, and the way back. */
function Unavailable({ children }: { readonly children: ReactNode }) {
  const { t } = useTranslation('ticket');
  const [, navigate] = useLocation();
  return (
    <Stack p="lg" maw={640}>
      <Title order={1} size="h3">
        {t('unavailable')}
      </Title>
      {children}
      <div>
        <Button variant="default" onClick={() => navigate('/')}>
          {t('backToQueue')}
        </Button>
      </div>
    </Stack>
  );
}
