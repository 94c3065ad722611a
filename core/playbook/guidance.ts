import { factUses } from './check.ts';
import type { Fact, Limits, Playbook } from './schema.ts';

/**
 * What the playbooks claim, as a document: which route is documented for which generation, by whom and how well; the
 * limits; the words on the device's screen; and every fact with its source. Markdown, from the playbooks alone.
 */
export function guidanceDocument(files: readonly Playbook[]): string {
  const playbooks = files.toSorted((one, other) => one.id.localeCompare(other.id, 'en'));
  return `${[
    '# Guidance: what the playbooks say, and who says so',
    'Written by `npm run playbooks` from `assets/playbooks`; edit those, not this. What has no source and grade is not in the product.',
    'Grades: **V** the vendor documents it; **D** a distributor or a regional vendor wiki does; **U** users report it; **INF** our own conclusion.',
    'The sorting into generations is our own conclusion (INF); a source without a generation stands at each.',
    '## Routes',
    table(['route', 'brand', 'device', 'generation', 'source', 'grade'], playbooks.flatMap(routeRows)),
    '## Limits',
    'Empty where no source states one; then the product neither counts nor warns.',
    table(
      ['route', 'code valid', 'codes per QR', 'cool-down', 'wrong codes', 'locked', 'file valid', 'grade'],
      playbooks.flatMap(limitRows),
    ),
    '## Words on the screen',
    table(['route', 'label', 'where', 'words', 'source', 'grade'], playbooks.flatMap(labelRows)),
    '## Facts',
    table(['what is stated', 'source', 'grade', 'routes'], factRows(playbooks)),
  ].join('\n\n')}\n`;
}

type Row = readonly string[];

function table(head: Row, rows: readonly Row[]): string {
  const line = (cells: Row) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

const kindNames = {
  recorder: 'recorder',
  camera: 'camera',
  doorStation: 'door station',
  accessController: 'access control',
} as const;
const generationNames = { older: 'before 2020', ui40: '4.0 (2020)', '2022plus': '2022 and later' } as const;

/** One for each generation and each source that documents the route for it. */
function routeRows(playbook: Playbook): Row[] {
  const { title, match, suits } = playbook;
  const brands = match.vendors.map(({ name }) => name.en).join(', ');
  const kinds = match.deviceKinds.map((kind) => kindNames[kind]).join(', ');
  const rowOf = (generation: string, { source, grade }: Fact) => [
    title.en,
    brands,
    kinds,
    generation,
    source,
    grade,
  ];
  const facts = factsOf(playbook, suits.facts);
  const rows =
    match.generations.length === 0
      ? facts.map((fact) => rowOf('not named', fact))
      : match.generations.flatMap((generation) =>
          facts
            .filter(({ generations }) => generations.length === 0 || generations.includes(generation))
            .map((fact) => rowOf(generationNames[generation], fact)),
        );
  return rows.filter((row, index) => rows.findIndex((other) => other.join() === row.join()) === index);
}

function limitRows(playbook: Playbook): Row[] {
  const { limits, title } = playbook;
  if (limits.facts.length === 0) return [];
  const grades = new Set(factsOf(playbook, limits.facts).map(({ grade }) => grade));
  return [[title.en, ...limitCells(limits), [...grades].toSorted().join(', ')]];
}

function limitCells(limits: Limits): Row {
  const hours = (ms: number | null) => (ms === null ? '' : `${ms / 3_600_000} h`);
  const { coolDown, lockMs } = limits;
  return [
    hours(limits.codeValidityMs),
    limits.codesPerQr === null ? '' : `${limits.codesPerQr}`,
    coolDown === null ? '' : `${hours(coolDown.lastsMs)} after ${coolDown.afterUnusedCodes} unused`,
    limits.wrongCodesBeforeLock === null ? '' : `${limits.wrongCodesBeforeLock}`,
    lockMs === null ? '' : `${lockMs / 60_000} min`,
    hours(limits.fileValidityMs),
  ];
}

function labelRows(playbook: Playbook): Row[] {
  return Object.entries(playbook.labels).flatMap(([name, label]) => {
    const facts = factsOf(playbook, label.facts);
    const source = facts.map((fact) => fact.source).join('; ');
    const grades = [...new Set(facts.map(({ grade }) => grade))].join(', ');
    const variants = label.variants.map(({ when, text }) => [
      playbook.title.en,
      name,
      Object.values(when).flat().join(', '),
      text.en,
      source,
      grades,
    ]);
    return [...variants, [playbook.title.en, name, 'not known which', label.otherwise.en, source, grades]];
  });
}

/** Each fact once, though many playbooks carry it. */
function factRows(playbooks: readonly Playbook[]): Row[] {
  const facts = new Map<string, { readonly fact: Fact; readonly routes: Set<string> }>();
  for (const playbook of playbooks) {
    for (const id of new Set(factUses(playbook).map((use) => use.fact))) {
      const [fact] = factsOf(playbook, [id]);
      if (fact === undefined) continue;
      const key = JSON.stringify(fact);
      const known = facts.get(key) ?? { fact, routes: new Set<string>() };
      known.routes.add(playbook.id);
      facts.set(key, known);
    }
  }
  const everywhere = playbooks.length;
  return [...facts.values()]
    .toSorted((one, other) => one.fact.id.localeCompare(other.fact.id, 'en'))
    .map(({ fact, routes }) => {
      const where = routes.size === everywhere ? 'all' : [...routes].join(', ');
      return [fact.statement.en, fact.source, fact.grade, where];
    });
}

function factsOf({ facts }: Playbook, ids: readonly string[]): Fact[] {
  return ids.flatMap((id) => facts.find((fact) => fact.id === id) ?? []);
}
