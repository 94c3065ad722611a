import { assertNever } from '../../../core/assert-never.ts';
import type { Client } from '../../../core/contract/client.ts';
import type { TicketDetails } from '../../../core/contract/records.ts';
import type { Misfit } from '../../../core/contract/ticket-calls.ts';
import type { ScanSource } from '../../../core/values.ts';
import type { Found } from './found.ts';
import { deviceOf, type IntakePlan, type Place, planIntake } from './intake.ts';
import type { ScanSuccess } from './scan-state.ts';

type Caller = Pick<Client, 'call'>;

/** A code or label of which the agent has to say where it belongs, and why. */
export interface Unplaced {
  readonly found: Found;
  readonly misfit: Misfit;
}

/**
 * What became of a code: the ticket it led to, or why the agent has to say first where it belongs.
 * `labelLeft`: the code is there, but the label beside it may be another device's than that ticket's.
 */
export type TakenIn =
  | { readonly success: ScanSuccess; readonly labelLeft: Unplaced | null }
  | { readonly misfit: Misfit };

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
  // A code can lead to another ticket than the one in hand, of which nobody knows yet whether the label fits it.
  const labelLeft = answer.ticket.id === inHand ? null : await findLabelMisfit(client, answer, found);
  const { ticket, isClaimed } =
    labelLeft === null ? await nameDevice(client, answer, found, isAgreed) : answer;
  const success: ScanSuccess = {
    ticketId: ticket.id,
    ticketNumber: ticket.number,
    what: whatOf(found),
    isClaimed,
    customerName: ticket.customer?.name ?? '',
    wasShown: ticket.id === shownTicketId,
  };
  return { success, labelLeft };
}

async function findLabelMisfit(client: Caller, { ticket }: Answer, found: Found): Promise<Unplaced | null> {
  if (found.label === null || ticket.device?.serial === found.label.serial) return null;
  const label: Found = { ...found, reading: found.label, label: null };
  const misfit = await findMisfit(client, ticket.id, label);
  return misfit === null ? null : { found: label, misfit };
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
