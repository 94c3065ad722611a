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

/** Names what a line to say or to do claims and no fact of its step has: see {@link claimsOf} and {@link quotedLabels}. */
export function unfoundedLines(playbook: Playbook): string[] {
  return playbook.steps.flatMap((step) => {
    const texts = factsOf(playbook, step).flatMap(({ statement, source }) => [
      ...languagesOf(statement),
      source,
    ]);
    const carried = claimsOf(texts);
    const all = texts.join(' ').toLowerCase();
    const lines = [...(step.say === null ? [] : [step.say]), ...step.do];
    return lines.flatMap((line) =>
      [
        ...[...claimsOf(languagesOf(line))].filter((claim) => !carried.has(claim)),
        ...quotedLabels(line).filter((label) => !all.includes(label)),
      ].map((claim) => `step "${step.id}": no fact of it says "${claim}" (${line.en})`),
    );
  });
}

/** Words on a device's screen that a line quotes: a Spanish line puts them in guillemets, as they are in English. */
function quotedLabels({ es }: LocalizedText): string[] {
  return [...(es ?? '').matchAll(/«([^»]+?)[?!.]?»/g)].map(([, label = '']) => label.toLowerCase());
}

function factsOf({ facts }: Playbook, step: Step): readonly Fact[] {
  return facts.filter(({ id }) => step.facts.includes(id));
}

function languagesOf({ en, es }: LocalizedText): string[] {
  return es === undefined ? [en] : [en, es];
}

const numbers: Readonly<Record<string, string>> = {
  two: '2',
  dos: '2',
  three: '3',
  tres: '3',
  five: '5',
  cinco: '5',
  seven: '7',
  siete: '7',
  eight: '8',
  ocho: '8',
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
  [/^(?:codes?|códigos?)$/, 'codes'],
  [/^(?:files?|archivos?)$/, 'files'],
  [/^(?:logins?|inicios|tries|intentos)$/, 'tries'],
];
const figure = new RegExp(
  `(?<!\\p{L})(\\d+|${Object.keys(numbers).join('|')}) (?:wrong |security )?(\\p{L}+)`,
  'gu',
);
const address = /[\w.+-]+@[\w-]+\.[\w.-]*\w/g;
const phone = /\d{8,}/g;

/** Words that say something of a device by themselves, each with how it is said in either language. */
const sayings: readonly (readonly [string, RegExp])[] = [
  ['a lock', /\block(?:s|ed)?\b|\bbloque(?:a|an|o|ado)\b/],
  ['a validity', /\bvalid\b|\bválid[oa]\b|\bvale\b|\btoo old\b|\bvencid[oa]\b/],
  ['factory settings', /\bfactory\b|\bde fábrica\b/],
];

/** Names of makers, apps and programs. */
const names =
  /\b(?:dahua|hikvision|hik-connect|hik-proconnect|amcrest|lorex|cp plus|honeywell|ezviz|vigi|tp-link|dmss|idmss|gdmss|easy4ip|gcmob|icmob|configtool|sadp|wechat|onvif)\b/g;

/** Times, counts, lengths, addresses, numbers to call, names and sayings that texts hold, each written one way. */
function claimsOf(texts: readonly string[]): ReadonlySet<string> {
  return new Set(
    texts.flatMap((text) => {
      const lower = text.toLowerCase();
      const figures = [...lower.matchAll(figure)].flatMap(([, number = '', word = '']) => {
        const unit = units.find(([pattern]) => pattern.test(word))?.[1];
        return unit === undefined ? [] : [`${numbers[number] ?? number} ${unit}`];
      });
      const said = sayings.flatMap(([name, pattern]) => (pattern.test(lower) ? [name] : []));
      return [...figures, ...said, ...[address, phone, names].flatMap((each) => lower.match(each) ?? [])];
    }),
  );
}
