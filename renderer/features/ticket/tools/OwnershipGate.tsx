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

/** Before anything is asked of the vendor: the proofs that this desk insists on are recorded here, where they are missed. */
export function OwnershipGate({ ticket, proofs }: Props) {
  const { t } = useTranslation('ticket');
  const record = useCommand('ticket.recordOwnership');
  const keep = useKeepTicket();
  const { evidence, ownEvidence } = proofs.seen;
  return (
    <Stack gap="sm">
      <Notice tone="warning" title={t('evidence.gate')}>
        {t('evidence.gateNext')}
      </Notice>
      <OwnershipTool proofs={proofs} />
      <div>
        <Button
          variant="light"
          disabled={proofs.missing.length > 0}
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
