import { assertNever } from '../../../core/assert-never.ts';
import type { Client } from '../../../core/contract/client.ts';
import type { TicketDetails } from '../../../core/contract/records.ts';
import type { Misfit } from '../../../core/contract/ticket-calls.ts';
import type { ScanSource } from '../../../core/values.ts';
import type { Found } from './found.ts';
import { deviceOf, type IntakePlan, type Place, planIntake } from './intake.ts';
import type { ScanSuccess } from './scan-state.ts';

type Caller = Pick<Client, 'call'>;

/** What became of a code: the ticket it led to, or why the agent has to say first where it belongs. */
export type TakenIn = ScanSuccess | { readonly misfit: Misfit };

interface Scanned {
  readonly found: Found;
  readonly source: ScanSource;
  /** The ticket on the screen. */
  readonly shownTicketId: string | null;
  /** Where the agent says it belongs; null while nobody was asked. */
  readonly place: Place | null;
}

/** Takes a code in; null when it is of no use. Nothing is put into a ticket that it may not belong to. Throws the call's error. */
export async function takeIn(client: Caller, scanned: Scanned): Promise<TakenIn | null> {
  const { found, source, shownTicketId, place } = scanned;
  const inHand = place === 'there' ? null : await findTicketInHand(client, shownTicketId);
  const plan = planIntake(found, source, inHand);
  if (plan.kind === 'explain') return null;
  if (inHand !== null && place === null) {
    const misfit = await findMisfit(client, inHand, found);
    if (misfit !== null) return { misfit };
  }
  const isAgreed = place === 'here';
  const answer = await carryOut(client, plan, isAgreed);
  const { ticket, isClaimed } = await nameDevice(client, answer, found, isAgreed);
  return {
    ticketId: ticket.id,
    ticketNumber: ticket.number,
    what: whatOf(found),
    isClaimed,
    customerName: ticket.customer?.name ?? '',
    wasShown: ticket.id === shownTicketId,
  };
}

/** The ticket on the screen, if it can take a scan. */
async function findTicketInHand(client: Caller, shownTicketId: string | null): Promise<string | null> {
  if (shownTicketId === null) return null;
  const { ticket } = await client.call('ticket.get', { ticketId: shownTicketId });
  return ticket.state.status === 'open' ? ticket.id : null;
}

async function findMisfit(
  client: Caller,
  ticketId: string,
  { reading, fingerprint, label }: Found,
): Promise<Misfit | null> {
  const isReset = reading.kind === 'dahuaReset';
  const named = reading.kind === 'deviceLabel' || reading.kind === 'serial' ? reading.serial : null;
  const serial = named ?? label?.serial ?? null;
  const input = { ticketId, fingerprint: isReset ? fingerprint : null, serial };
  return (await client.call('ticket.checkFit', input)).misfit;
}

interface Answer {
  readonly ticket: TicketDetails;
  readonly isClaimed: boolean;
}

/** A label that was seen beside a code names the device of the ticket in hand; a new ticket has it from the start. */
async function nameDevice(
  client: Caller,
  answer: Answer,
  { label }: Found,
  isAgreed: boolean,
): Promise<Answer> {
  const { ticket, isClaimed } = answer;
  const device = label === null ? null : deviceOf(label);
  const isNamed = ticket.device !== null && (!isAgreed || ticket.device.serial === device?.serial);
  if (device === null || isNamed) return answer;
  const named = await carryOut(client, { kind: 'attachDevice', ticketId: ticket.id, device }, isAgreed);
  return { ticket: named.ticket, isClaimed: isClaimed || named.isClaimed };
}

type Doable = Exclude<IntakePlan, { kind: 'explain' }>;

async function carryOut(client: Caller, plan: Doable, isMergeAgreed: boolean): Promise<Answer> {
  switch (plan.kind) {
    case 'recordScan': {
      const { ticketId, scan } = plan;
      const { ticket, isOther } = await client.call('ticket.recordScan', { ticketId, scan });
      return { ticket, isClaimed: isOther };
    }
    case 'attachDevice': {
      const { ticketId, device } = plan;
      const { ticket, isOther } = await client.call('ticket.attachDevice', {
        ticketId,
        ...device,
        isMergeAgreed,
      });
      return { ticket, isClaimed: isOther };
    }
    case 'openByQr': {
      const { scan, label } = plan;
      const { ticket, isExisting } = await client.call('ticket.open', { by: 'resetQr', scan, label });
      return { ticket, isClaimed: isExisting };
    }
    case 'openBySerial': {
      const { ticket, isExisting } = await client.call('ticket.open', { by: 'serial', ...plan.device });
      return { ticket, isClaimed: isExisting };
    }
    default:
      return assertNever(plan);
  }
}

function whatOf({ reading }: Found): ScanSuccess['what'] {
  if (reading.kind !== 'dahuaReset') return 'device';
  return reading.confidence === 'high' ? 'resetCode' : 'unusualResetCode';
}
