import { offeredAnswers } from '../../../core/playbook/engine.ts';
import type { Playbook } from '../../../core/playbook/schema.ts';
import type { Random } from '../../../core/testkit/random.ts';
import type { TicketCommand } from '../../../core/ticket/command.ts';
import { decide } from '../../../core/ticket/decide.ts';
import { prioritySchema, type TicketEvent, type TicketState } from '../../../core/ticket/schema.ts';
import { makeNote } from './made-people.ts';

export interface MadeTicket {
  readonly state: TicketState;
  readonly history: readonly { readonly event: TicketEvent; readonly at: number }[];
}

const agents = ['Ada', 'Bo', 'Chris', 'Dana'] as const;
const tags = ['shop', 'call back', 'VIP', 'warranty'] as const;

/** What a made ticket belongs to. */
export interface MadeTicketParts {
  readonly customerId: string;
  readonly device: { readonly id: string; readonly serial: string };
  readonly isOpen: boolean;
  /** Epoch ms. */
  readonly openedAt: number;
}

/** A ticket as the rules let it become, four events on average. Every command goes through `decide`. */
export function makeTicket(random: Random, playbook: Playbook, parts: MadeTicketParts): MadeTicket {
  const history: { event: TicketEvent; at: number }[] = [];
  let at = parts.openedAt;
  let state: TicketState | null = null;
  const tell = (command: TicketCommand) => {
    const decision = decide(state, command, playbook, at);
    if (!decision.ok) return;
    for (const event of decision.events) history.push({ event, at });
    state = decision.state;
    at += random.integer(1000, 120_000);
  };
  tell({ type: 'open', assignee: random.next() < 0.3 ? random.pick(agents) : null });
  const { customerId, device } = parts;
  tell({ type: 'attachDevice', deviceId: device.id, serial: device.serial, ownerId: customerId });
  tell({ type: 'attachCustomer', customerId, ownerId: customerId });
  if (random.next() < 0.15) tell({ type: 'addNote', text: makeNote(random) });
  if (random.next() < 0.05)
    tell({ type: 'setPriority', priority: random.pick(asPick(prioritySchema.options)) });
  if (random.next() < 0.05) tell({ type: 'setTags', tags: [random.pick(tags)] });
  if (parts.isOpen)
    walk(
      random,
      playbook,
      () => state,
      () => at,
      tell,
    );
  else tell(closing(random));
  // What a walk through the procedure ended is open again, because the ticket is meant to be.
  if (parts.isOpen) tell({ type: 'reopen' });
  if (state === null) throw new Error('The rules do not let a ticket be opened.');
  return { state, history };
}

/** A few answers, whichever are offered, as far as they get. */
function walk(
  random: Random,
  playbook: Playbook,
  state: () => TicketState | null,
  now: () => number,
  tell: (command: TicketCommand) => void,
): void {
  const fingerprint = Array.from({ length: 64 }, () => '0123456789abcdef'[random.integer(0, 15)]).join('');
  for (let step = random.integer(0, 6); step > 0; step -= 1) {
    const current = state();
    if (current === null || current.status === 'closed') return;
    const [first, ...others] = offeredAnswers(playbook, current, now());
    if (first === undefined) return;
    const { answer } = random.pick([first, ...others]);
    const { stepId } = current;
    tell({ type: 'answerStep', stepId, answerId: answer.id, evidence: ['atDevice'], mailAddress: null });
    if (step === 4) tell({ type: 'recordScan', scanId: crypto.randomUUID(), fingerprint, source: 'screen' });
  }
}

function closing(random: Random): TicketCommand {
  const outcome = random.pick(['referred', 'refused', 'abandoned'] as const);
  const refusalReason = outcome === 'refused' ? 'Could not show a proof of purchase.' : null;
  return { type: 'close', outcome, mergedIntoTicketId: null, refusalReason };
}

function asPick<Item>(items: readonly Item[]): readonly [Item, ...Item[]] {
  const [first, ...others] = items;
  if (first === undefined) throw new Error('Nothing to pick from.');
  return [first, ...others];
}
