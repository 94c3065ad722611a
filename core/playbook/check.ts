import type { Effect } from '../ticket/schema.ts';
import { findStep } from './engine.ts';
import { labelsIn, stepTexts } from './labels.ts';
import { exits, walk } from './roads.ts';
import { type Answer, type Condition, chooserStepId, type Playbook, type Step } from './schema.ts';

const closingEffects: ReadonlySet<Effect> = new Set([
  'closedResolved',
  'closedReferred',
  'closedRefused',
  'closedAbandoned',
]);

/** These take the QR on the screen, so a code per QR counts. */
const qrRequestEffects: ReadonlySet<Effect> = new Set(['requestSubmittedByDmss', 'requestSubmittedByMail']);

const codeRequestEffects: ReadonlySet<Effect> = new Set([...qrRequestEffects, 'requestSubmittedByApp']);

/**
 * Names every structural fault of a playbook, in the words of the file's author; empty when it is sound.
 * A sound playbook never leaves the agent without an answer and reaches an end from every step.
 */
export function checkPlaybook(playbook: Playbook): string[] {
  return [
    ...duplicates(
      'step',
      playbook.steps.map((step) => step.id),
    ),
    ...duplicates(
      'fact',
      playbook.facts.map((fact) => fact.id),
    ),
    ...checkLimits(playbook),
    ...checkFacts(playbook),
    ...checkLabels(playbook),
    ...duplicates(
      'need',
      playbook.suits.needs.map((need) => need.key),
    ),
    ...playbook.steps.flatMap((step) => checkStep(playbook, step)),
    ...playbook.steps.flatMap((step) =>
      step.answers.flatMap((answer) => checkAnswer(playbook, step, answer)),
    ),
    ...checkRoads(playbook),
  ];
}

function duplicates(kind: string, ids: readonly string[]): string[] {
  const repeated = new Set(ids.filter((id, index) => ids.indexOf(id) !== index));
  return [...repeated].map((id) => `${kind} "${id}" is there more than once`);
}

function checkLimits({ limits, passwordRules, steps }: Playbook): string[] {
  const faults: string[] = [];
  const { codeMinLength, codeMaxLength } = limits;
  if (codeMinLength !== null && codeMaxLength !== null && codeMinLength > codeMaxLength)
    faults.push('limits: codeMinLength is above codeMaxLength');
  if (passwordRules !== null && passwordRules.minLength > passwordRules.maxLength)
    faults.push('passwordRules: minLength is above maxLength');
  const asks = steps.filter((step) => step.tool === 'password');
  if (passwordRules === null)
    faults.push(
      ...asks.map((step) => `step "${step.id}" has the password tool, but there are no passwordRules`),
    );
  return faults;
}

function checkFacts(playbook: Playbook): string[] {
  const known = new Set(playbook.facts.map((fact) => fact.id));
  return factUses(playbook)
    .filter(({ fact }) => !known.has(fact))
    .map(({ where, fact }) => `${where}: fact "${fact}" is missing`);
}

/** Every place that names a fact. */
export function factUses(playbook: Playbook): readonly { readonly where: string; readonly fact: string }[] {
  const { limits, passwordRules, suits } = playbook;
  const at = (where: string, facts: readonly string[]) => facts.map((fact) => ({ where, fact }));
  return [
    ...at('limits', limits.facts),
    ...at('passwordRules', passwordRules === null ? [] : [passwordRules.fact]),
    ...at('suits', suits.facts),
    ...suits.needs.flatMap((need) => at(`need "${need.key}"`, need.facts)),
    ...Object.entries(playbook.labels).flatMap(([name, label]) => at(`label "${name}"`, label.facts)),
    ...playbook.addresses.flatMap(({ address, fact }) => at(`address "${address}"`, [fact])),
    ...playbook.steps.flatMap((step) => at(`step "${step.id}"`, step.facts)),
  ];
}

/** A `{name}` that no label has would be read aloud as it is. */
function checkLabels(playbook: Playbook): string[] {
  return playbook.steps.flatMap((step) =>
    stepTexts(step)
      .flatMap(labelsIn)
      .filter((name) => !Object.hasOwn(playbook.labels, name))
      .map((name) => `step "${step.id}": label "${name}" is missing`),
  );
}

function checkStep(playbook: Playbook, step: Step): string[] {
  const where = `step "${step.id}"`;
  const faults = duplicates(
    `${where}: answer`,
    step.answers.map((answer) => answer.id),
  );
  if (step.isEnd && step.answers.length > 0) faults.push(`${where} is an end but has answers`);
  if (step.isEnd && step.passWhen !== null) faults.push(`${where} is an end but has passWhen`);
  if (!step.isEnd && step.answers.length === 0) faults.push(`${where} is a dead end without isEnd`);
  const isAlwaysOffered = ({ requires, when }: Answer) =>
    requires.length === 0 && Object.keys(when).length === 0;
  if (step.answers.length > 0 && !step.answers.some(isAlwaysOffered))
    faults.push(`${where}: every answer has a requirement, so the agent may have none to give`);
  if (step.passWhen !== null) faults.push(...checkPassWhen(playbook, step, step.passWhen.leadsTo));
  return faults;
}

function checkPassWhen(playbook: Playbook, step: Step, leadsTo: string): string[] {
  const where = `step "${step.id}"`;
  const target = findStep(playbook, leadsTo);
  if (target === null) return [`${where}: passWhen leads to "${leadsTo}", which is not there`];
  const faults: string[] = [];
  if (target.isEnd) faults.push(`${where}: passWhen leads to an end, which only an answer may`);
  if (isInPassLoop(playbook, step)) faults.push(`${where}: passWhen leads back to itself`);
  return faults;
}

function isInPassLoop(playbook: Playbook, start: Step): boolean {
  const seen = new Set<string>();
  let current = start.passWhen?.leadsTo ?? null;
  while (current !== null && !seen.has(current)) {
    if (current === start.id) return true;
    seen.add(current);
    current = findStep(playbook, current)?.passWhen?.leadsTo ?? null;
  }
  return false;
}

function checkAnswer(playbook: Playbook, step: Step, answer: Answer): string[] {
  const where = `step "${step.id}", answer "${answer.id}"`;
  const faults: string[] = [];
  const target = findStep(playbook, answer.leadsTo);
  if (target === null && answer.leadsTo !== chooserStepId)
    faults.push(`${where} leads to "${answer.leadsTo}", which is not there`);
  const closing = answer.records.filter((effect) => closingEffects.has(effect)).length;
  if (closing > 1) faults.push(`${where} closes more than once`);
  if (target?.isEnd === true && closing === 0) faults.push(`${where} leads to an end but does not close`);
  if (target?.isEnd !== true && closing > 0) faults.push(`${where} closes but does not lead to an end`);
  const last = answer.records.at(-1);
  if (closing === 1 && last !== undefined && !closingEffects.has(last))
    faults.push(`${where} records something after closing`);
  return [...faults, ...checkRequest(playbook, where, answer)];
}

/** A request is offered only where the documented limits leave room for it. */
function checkRequest({ limits }: Playbook, where: string, { records, requires }: Answer): string[] {
  const faults: string[] = [];
  const takesQr = records.some((effect) => qrRequestEffects.has(effect));
  const asksForCode = records.some((effect) => codeRequestEffects.has(effect));
  const misses = (condition: Condition) => !requires.includes(condition);
  if (takesQr && misses('qrScanned') && misses('codesLeftForQr'))
    faults.push(`${where} submits a request but may be given without a QR`);
  if (takesQr && limits.codesPerQr !== null && misses('codesLeftForQr'))
    faults.push(`${where} asks for a code, but may go past limits.codesPerQr`);
  if (asksForCode && limits.codesPerDay !== null && misses('codesLeftToday'))
    faults.push(`${where} asks for a code, but may go past limits.codesPerDay`);
  if (asksForCode && limits.coolDown !== null && misses('coolDownOver'))
    faults.push(`${where} asks for a code, but may do so during limits.coolDown`);
  const takesCode = records.includes('codeAccepted');
  if (takesCode && limits.lockMs !== null && misses('deviceNotLocked'))
    faults.push(`${where} takes a code as accepted, but may do so during limits.lockMs`);
  if (takesCode && limits.codeValidityMs !== null && misses('codeNotExpired'))
    faults.push(`${where} takes a code as accepted, but may do so after limits.codeValidityMs`);
  return faults;
}

/** Every step is reached from the first one, and from every step an end is reached. */
function checkRoads(playbook: Playbook): string[] {
  if (findStep(playbook, playbook.firstStepId) === null)
    return [`firstStepId "${playbook.firstStepId}" is not there`];
  const forward = new Map(playbook.steps.map((step) => [step.id, exits(step)]));
  const backward = new Map(
    playbook.steps.map((step) => [
      step.id,
      playbook.steps.filter((other) => exits(other).includes(step.id)).map((other) => other.id),
    ]),
  );
  const reached = walk(forward, [playbook.firstStepId]);
  // The chooser goes on with another route, so it counts as a way out.
  const endIds = playbook.steps
    .filter((step) => step.isEnd || exits(step).includes(chooserStepId))
    .map((step) => step.id);
  const ending = walk(backward, endIds);
  return playbook.steps.flatMap((step) => [
    ...(reached.has(step.id) ? [] : [`step "${step.id}" is never reached`]),
    ...(ending.has(step.id) ? [] : [`step "${step.id}" has no path to an end`]),
  ]);
}
