import { type ReactNode, useState } from 'react';
import { useLocation } from 'wouter';
import type { Misfit } from '../../../../core/contract/ticket-calls.ts';
import type { DeviceKind } from '../../../../core/values.ts';
import { useCommand } from '../../../api/use-call.ts';
import { arrivalState } from '../arrival.ts';
import { MergeQuestion } from '../owner/MergeQuestion.tsx';
import { useKeepTicket } from '../use-keep-ticket.ts';

type Wanted = { readonly serial: string; readonly deviceKind: DeviceKind };

/**
 * Gives the ticket its device. A device with an open ticket brings that one up; where it is another customer's, the agent is asked
 * first. Held by what stays when the field goes: else its answer is heard by nobody.
 *
 * @param onRefused hears of a serial that the ticket did not get, by a fault or because the agent decided so
 */
export function useAttachDevice(
  ticketId: string,
  onAttached: () => void,
  onRefused: (serial: string) => void = () => undefined,
) {
  const [, navigate] = useLocation();
  const keep = useKeepTicket();
  const check = useCommand('ticket.checkFit');
  const command = useCommand('ticket.attachDevice');
  const [asked, setAsked] = useState<{ readonly misfit: Misfit; readonly wanted: Wanted } | null>(null);
  const attach = (wanted: Wanted, isMergeAgreed: boolean) =>
    command.mutate(
      { ticketId, ...wanted, model: '', isMergeAgreed },
      {
        onSuccess: ({ ticket, isOther }) => {
          setAsked(null);
          keep(ticket);
          onAttached();
          if (isOther) navigate(`/ticket/${ticket.id}`, { state: arrivalState('sameSerial') });
        },
        onError: () => {
          // The question stays for another try.
          if (!isMergeAgreed) onRefused(wanted.serial);
        },
      },
    );
  const run = (serial: string, deviceKind: DeviceKind) => {
    if (command.isPending || check.isPending) return;
    const wanted = { serial, deviceKind };
    check.mutate(
      { ticketId, fingerprint: null, serial },
      {
        // The agent has asked for this serial by hand: another one than the present device's is what is wanted.
        onSuccess: ({ misfit }) => {
          if (misfit === null || !misfit.isOfTwoCustomers) attach(wanted, false);
          else setAsked({ misfit: { ...misfit, reason: 'anotherCustomer' }, wanted });
        },
        onError: () => onRefused(serial),
      },
    );
  };
  const question: ReactNode = asked !== null && (
    <MergeQuestion
      misfit={asked.misfit}
      isPending={command.isPending}
      error={command.error}
      onMerge={() => attach(asked.wanted, true)}
      onLook={(otherId) => navigate(`/ticket/${otherId}`)}
      onClose={() => {
        setAsked(null);
        onRefused(asked.wanted.serial);
      }}
    />
  );
  return {
    isPending: command.isPending || check.isPending,
    error: asked === null ? (command.error ?? check.error) : null,
    run,
    question,
  };
}

export type DeviceAttaching = ReturnType<typeof useAttachDevice>;
