import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import { useCommand } from '../../../api/use-call.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useKeepTicket } from '../use-keep-ticket.ts';
import { OwnershipTool } from './OwnershipTool.tsx';
import type { Proofs } from './proofs.ts';

type Props = { readonly ticket: TicketDetails; readonly proofs: Proofs };

/** Proofs that are missed where the ticket stands: those that this desk insists on, or all, once they were set aside. */
export function OwnershipGate({ ticket, proofs }: Props) {
  const { t } = useTranslation('ticket');
  const record = useCommand('ticket.recordOwnership');
  const keep = useKeepTicket();
  const { evidence, ownEvidence } = proofs.seen;
  const { proofsSetAside } = ticket.state;
  const words = proofsSetAside === null ? 'gate' : (`setAside.${proofsSetAside}` as const);
  return (
    <Stack gap="sm">
      <Notice tone="warning" title={t(`evidence.${words}.title`)}>
        {t(`evidence.${words}.next`)}
      </Notice>
      <OwnershipTool proofs={proofs} />
      <div>
        <Button
          variant="light"
          disabled={proofs.missing.length > 0 || evidence.length + ownEvidence.length === 0}
          loading={record.isPending}
          onClick={() =>
            record.mutate(
              { ticketId: ticket.id, evidence: [...evidence], ownEvidence: [...ownEvidence] },
              { onSuccess: (answer) => keep(answer.ticket) },
            )
          }
        >
          {t('evidence.record')}
        </Button>
      </div>
      <CallErrorNotice error={record.error} />
    </Stack>
  );
}
