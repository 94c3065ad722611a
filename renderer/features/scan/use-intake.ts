import { useCallback } from 'react';
import { useRoute } from 'wouter';
import { assertNever } from '../../../core/assert-never.ts';
import type { TicketDetails } from '../../../core/contract/records.ts';
import type { ScanSource } from '../../../core/values.ts';
import { client } from '../../api/client.ts';
import type { Found } from './found.ts';
import { type IntakePlan, planIntake, planLabel, type TicketInHand } from './intake.ts';
import type { ScanSuccess } from './scan-state.ts';

/** Takes a code in: answers the ticket it led to, or null when the code is of no use. Throws the call's error. */
export function useIntake(): (found: Found, source: ScanSource) => Promise<ScanSuccess | null> {
  const [, params] = useRoute('/ticket/:ticketId');
  const routeTicketId = params?.ticketId ?? null;
  return useCallback(
    async (found, source) => {
      const plan = planIntake(found, source, await findTicketInHand(routeTicketId));
      const answer = await carryOut(plan);
      if (answer === null) return null;
      const { ticket, isClaimed } = await nameDevice(answer, found);
      return {
        ticketId: ticket.id,
        ticketNumber: ticket.number,
        what: whatOf(found),
        isClaimed,
        wasShown: ticket.id === routeTicketId,
      };
    },
    [routeTicketId],
  );
}

async function findTicketInHand(ticketId: string | null): Promise<TicketInHand | null> {
  if (ticketId === null) return null;
  const { ticket } = await client.call('ticket.get', { ticketId });
  return ticket.state.status === 'open' ? { ticketId, hasDevice: ticket.device !== null } : null;
}

interface Answer {
  readonly ticket: TicketDetails;
  readonly isClaimed: boolean;
}

/** A device that is known already stays: what the label says then is for the agent to compare. */
async function nameDevice(answer: Answer, { label }: Found): Promise<Answer> {
  const { ticket, isClaimed } = answer;
  if (label === null || ticket.device !== null) return answer;
  const named = await carryOut(planLabel(label, { ticketId: ticket.id, hasDevice: false }));
  return named === null ? answer : { ticket: named.ticket, isClaimed: isClaimed || named.isClaimed };
}

async function carryOut(plan: IntakePlan): Promise<Answer | null> {
  switch (plan.kind) {
    case 'recordScan': {
      const { ticketId, scan } = plan;
      const { ticket, isOther } = await client.call('ticket.recordScan', { ticketId, scan });
      return { ticket, isClaimed: isOther };
    }
    case 'attachDevice': {
      const { ticketId, device } = plan;
      const { ticket, isOther } = await client.call('ticket.attachDevice', { ticketId, ...device });
      return { ticket, isClaimed: isOther };
    }
    case 'openByQr': {
      const { ticket, isExisting } = await client.call('ticket.open', { by: 'resetQr', scan: plan.scan });
      return { ticket, isClaimed: isExisting };
    }
    case 'openBySerial': {
      const { ticket, isExisting } = await client.call('ticket.open', { by: 'serial', ...plan.device });
      return { ticket, isClaimed: isExisting };
    }
    case 'explain':
      return null;
    default:
      return assertNever(plan);
  }
}

function whatOf({ reading }: Found): ScanSuccess['what'] {
  if (reading.kind !== 'dahuaReset') return 'device';
  return reading.confidence === 'high' ? 'resetCode' : 'unusualResetCode';
}
