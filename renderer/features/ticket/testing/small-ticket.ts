import { type Playbook, playbookSchema } from '../../../../core/playbook/schema.ts';
import { evolve } from '../../../../core/ticket/evolve.ts';
import type { TicketState } from '../../../../core/ticket/schema.ts';

const text = (en: string) => ({ en });

/** A short procedure with a branch, for tests. */
export const smallPlaybook: Playbook = playbookSchema.parse({
  id: 'small',
  version: 1,
  title: text('Small'),
  match: { vendors: [{ family: 'dahua', name: text('Dahua') }], deviceKinds: ['recorder'] },
  suits: { why: text('A test.'), preference: 10 },
  limits: {
    codeValidityMs: 1000,
    codesPerQr: 2,
    wrongCodesBeforeLock: 5,
    lockMs: 1000,
    codeMinLength: 4,
    codeMaxLength: 15,
    facts: [],
  },
  passwordRules: { minLength: 8, maxLength: 32, minCharacterTypes: 2, forbiddenCharacters: "'", fact: 'f' },
  firstStepId: 'ownership',
  steps: [
    {
      id: 'ownership',
      phase: 'ownership',
      title: text('Who is calling?'),
      answers: [{ id: 'yes', label: text('Owner confirmed'), leadsTo: 'scan' }],
    },
    { id: 'refused', phase: 'ownership', isBranch: true, title: text('Not shown'), answers: [] },
    { id: 'scan', phase: 'scan', title: text('Scan'), answers: [] },
    { id: 'submit', phase: 'submit', title: text('Send'), answers: [] },
    { id: 'end', phase: 'close', title: text('Solved'), isEnd: true },
  ],
  facts: [],
});

/** A ticket at its first step, with what differs. */
export function stateWith(change: Partial<TicketState>): TicketState {
  const opened = {
    type: 'ticketOpened',
    playbookId: 'small',
    playbookVersion: 1,
    stepId: 'ownership',
  } as const;
  return { ...evolve(null, opened, 0, smallPlaybook), ...change };
}
