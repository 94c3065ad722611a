import { type Playbook, playbookSchema } from './schema.ts';

const text = (en: string) => ({ en });

type AnswerDraft = {
  readonly id: string;
  readonly leadsTo: string;
  readonly records?: readonly string[];
  readonly requires?: readonly string[];
};

function step(id: string, phase: string, answers: readonly AnswerDraft[], more: object = {}) {
  return { id, phase, title: text(id), answers: answers.map((a) => ({ label: text(a.id), ...a })), ...more };
}

const passOnceScanned = (leadsTo: string) => ({ passWhen: { condition: 'qrScanned', leadsTo } });

/**
 * A procedure for tests: every effect, every condition, a loop back and four ends, in as few steps as that takes.
 * It has the id of the real one, so that the backend opens tickets with it.
 */
export const smallPlaybook: Playbook = playbookSchema.parse({
  id: 'dahua-dmss',
  version: 1,
  title: text('Small'),
  match: { vendors: [{ family: 'dahua', name: text('Dahua') }], deviceKinds: ['recorder'] },
  suits: { why: text('A test.'), preference: 10 },
  limits: {
    codeValidityMs: 86_400_000,
    codesPerQr: 2,
    wrongCodesBeforeLock: 5,
    lockMs: 300_000,
    codeMinLength: 4,
    codeMaxLength: 15,
    facts: ['fact'],
  },
  passwordRules: {
    minLength: 8,
    maxLength: 32,
    minCharacterTypes: 2,
    forbiddenCharacters: `'";:&`,
    fact: 'fact',
  },
  firstStepId: 'ownership',
  facts: [
    {
      id: 'fact',
      statement: text('A fact.'),
      source: 'A test.',
      grade: 'INF',
      claims: { subject: 'dahua.codesPerQr', value: '2' },
    },
  ],
  steps: [
    step('ownership', 'ownership', [
      { id: 'shown', leadsTo: 'findQr', records: ['ownershipConfirmed'] },
      { id: 'notShown', leadsTo: 'ended', records: ['ownershipRefused', 'closedRefused'] },
    ]),
    step('findQr', 'findQr', [{ id: 'visible', leadsTo: 'scan' }], passOnceScanned('scan')),
    step(
      'scan',
      'scan',
      [
        { id: 'scanned', leadsTo: 'submit', requires: ['qrScanned'] },
        { id: 'cannot', leadsTo: 'ended', records: ['closedReferred'] },
      ],
      { tool: 'scan', ...passOnceScanned('submit') },
    ),
    step('submit', 'submit', [
      {
        id: 'byDmss',
        leadsTo: 'wait',
        records: ['requestSubmittedByDmss'],
        requires: ['qrScanned', 'codesLeftForQr'],
      },
      { id: 'byMail', leadsTo: 'wait', records: ['requestSubmittedByMail'], requires: ['codesLeftForQr'] },
      { id: 'usedUp', leadsTo: 'scan', records: ['qrRefreshed'], requires: ['noCodesLeftForQr'] },
      { id: 'refresh', leadsTo: 'scan', records: ['qrRefreshed'] },
    ]),
    step(
      'wait',
      'wait',
      [
        { id: 'arrived', leadsTo: 'code', records: ['codeArrived'] },
        { id: 'nothing', leadsTo: 'submit' },
      ],
      { tool: 'wait' },
    ),
    step('code', 'code', [
      {
        id: 'accepted',
        leadsTo: 'password',
        records: ['codeAccepted'],
        requires: ['deviceNotLocked', 'codeNotExpired'],
      },
      { id: 'rejected', leadsTo: 'code', records: ['codeRejected'] },
      { id: 'locked', leadsTo: 'code', records: ['deviceLocked'] },
      { id: 'startAgain', leadsTo: 'scan', records: ['qrRefreshed'] },
      { id: 'givenUp', leadsTo: 'ended', records: ['closedAbandoned'] },
    ]),
    step('password', 'password', [{ id: 'set', leadsTo: 'verify', records: ['passwordAccepted'] }]),
    step('verify', 'verify', [
      { id: 'loggedIn', leadsTo: 'ended', records: ['loginVerified', 'closedResolved'] },
      { id: 'failed', leadsTo: 'password' },
    ]),
    step('ended', 'close', [], { isEnd: true }),
  ],
});
