import type { Fact, Playbook, Step } from './schema.ts';
import type { LocalizedText } from './text.ts';

/** Names each two facts that say different things of the same subject, for devices that can be the same. */
export function contradictions(facts: readonly Fact[]): string[] {
  return facts.flatMap((one, index) =>
    facts
      .slice(index + 1)
      .filter((other) => contradict(one, other))
      .map((other) => `facts "${one.id}" and "${other.id}" contradict each other on ${one.claims?.subject}`),
  );
}

function contradict(one: Fact, other: Fact): boolean {
  if (one.claims === undefined || one.claims.subject !== other.claims?.subject) return false;
  return one.claims.value !== other.claims.value && canBeTheSame(one, other);
}

/** Two scopes that a device can be in at once. A source without a limit is about all. */
function canBeTheSame(one: Fact, other: Fact): boolean {
  const share = (left: readonly string[] = [], right: readonly string[] = []) =>
    left.length === 0 || right.length === 0 || left.some((value) => right.includes(value));
  const isSameSeries = one.series === undefined || other.series === undefined || one.series === other.series;
  return (
    isSameSeries && share(one.deviceKinds, other.deviceKinds) && share(one.generations, other.generations)
  );
}

/** Names each figure and address in a line to say or to do that no fact of its step has. */
export function unfoundedLines(playbook: Playbook): string[] {
  return playbook.steps.flatMap((step) => {
    const carried = claimsOf(factsOf(playbook, step).flatMap(({ statement }) => languagesOf(statement)));
    const lines = [...(step.say === null ? [] : [step.say]), ...step.do];
    return lines.flatMap((line) =>
      [...claimsOf(languagesOf(line))]
        .filter((claim) => !carried.has(claim))
        .map((claim) => `step "${step.id}": no fact of it says "${claim}" (${line.en})`),
    );
  });
}

function factsOf({ facts }: Playbook, step: Step): readonly Fact[] {
  return facts.filter(({ id }) => step.facts.includes(id));
}

function languagesOf({ en, es }: LocalizedText): string[] {
  return es === undefined ? [en] : [en, es];
}

const numbers: Readonly<Record<string, string>> = {
  five: '5',
  cinco: '5',
  seven: '7',
  ten: '10',
  diez: '10',
  'twenty-four': '24',
  veinticuatro: '24',
};
const units: readonly (readonly [RegExp, string])[] = [
  [/^(?:hours?|horas?|h)$/, 'h'],
  [/^(?:minutes?|minutos?)$/, 'min'],
  [/^(?:seconds?|segundos?)$/, 's'],
  [/^(?:characters?|caracteres)$/, 'characters'],
];
const figure = /(\d+|five|cinco|seven|ten|diez|twenty-four|veinticuatro) (\p{L}+)/gu;
const address = /[\w.+-]+@[\w-]+\.[\w.-]*\w/g;
const phone = /\d{8,}/g;

/** Times, lengths, addresses and numbers to call that texts name, each written one way. */
function claimsOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap((text) => {
      const lower = text.toLowerCase();
      const figures = [...lower.matchAll(figure)].flatMap(([, number = '', word = '']) => {
        const unit = units.find(([pattern]) => pattern.test(word))?.[1];
        return unit === undefined ? [] : [`${numbers[number] ?? number} ${unit}`];
      });
      return [...figures, ...(lower.match(address) ?? []), ...(lower.match(phone) ?? [])];
    }),
  );
}
