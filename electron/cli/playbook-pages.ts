import type { Playbook } from '../../core/playbook/schema.ts';
import { drawPlaybook } from './draw-playbook.ts';

/** A file of `docs/playbooks`. */
export interface Page {
  readonly name: string;
  readonly content: string;
}

/** A diagram for each playbook, and a table of them. The same playbooks always give the same text. */
export function playbookPages(playbooks: readonly Playbook[]): readonly Page[] {
  const sorted = [...playbooks].sort((left, right) => (left.id < right.id ? -1 : 1));
  return [
    { name: 'README.md', content: indexOf(sorted) },
    ...sorted.map((playbook) => ({ name: `${playbook.id}.svg`, content: drawPlaybook(playbook) })),
  ];
}

function indexOf(playbooks: readonly Playbook[]): string {
  return [
    '# Playbooks',
    '',
    'Drawn by `npm run playbooks`; a test fails when a playbook has changed since. In a diagram a box is a step, a row an',
    'answer, and a bold row the usual one. An arrow is the shortest way to a step; other rows name where they lead, "another way"',
    'being the chooser. Dashed boxes are branches that a failure leads to.',
    '',
    '| playbook | version | brands | devices | menus | steps | limits |',
    '|---|---|---|---|---|---|---|',
    ...playbooks.map(rowOf),
    '',
  ].join('\n');
}

function rowOf(playbook: Playbook): string {
  const { id, title, version, match, steps } = playbook;
  return `| ${[
    `[${title.en}](${id}.svg)`,
    version,
    match.vendors.map(({ family }) => family).join(', '),
    match.deviceKinds.join(', '),
    match.generations.join(', ') || 'not stated',
    steps.length,
    limitsOf(playbook) || 'none stated',
  ].join(' | ')} |`;
}

function limitsOf({ limits }: Playbook): string {
  const { codeValidityMs, codesPerQr, codesPerDay, coolDown, wrongCodesBeforeLock, lockMs } = limits;
  const parts = [
    codesPerQr === null ? null : `${codesPerQr} codes a QR`,
    codesPerDay === null ? null : `${codesPerDay} codes a day`,
    codeValidityMs === null ? null : `code valid ${duration(codeValidityMs)}`,
    wrongCodesBeforeLock === null ? null : `${wrongCodesBeforeLock} wrong codes`,
    lockMs === null ? null : `lock ${duration(lockMs)}`,
    coolDown === null
      ? null
      : `${coolDown.afterUnusedCodes} unused codes: ${duration(coolDown.lastsMs)} pause`,
    limits.fileValidityMs === null ? null : `file valid ${duration(limits.fileValidityMs)}`,
    limits.vendorReplyMs === null ? null : `reply within ${duration(limits.vendorReplyMs)}`,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

function duration(ms: number): string {
  const minutes = ms / 60_000;
  return minutes < 60 ? `${minutes} min` : `${minutes / 60} h`;
}
