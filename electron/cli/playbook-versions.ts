import { playbookDigest } from '../../core/playbook/digest.ts';
import type { Playbook } from '../../core/playbook/schema.ts';

/** The list with what is new, and the playbooks whose version it has with other content. */
export interface RecordedVersions {
  readonly list: string;
  readonly changed: readonly Playbook[];
}

/**
 * Keeps the list of all versions that there ever were, one a line: id, version and digest of the whole playbook, shared steps
 * and facts included. So a change in a part or a fact that would change a version in use behind its back is noticed.
 *
 * @param list what was recorded so far; it is only ever added to
 */
export function recordVersions(list: string, playbooks: readonly Playbook[]): RecordedVersions {
  const lines = new Map(list.split('\n').flatMap((line) => (line === '' ? [] : [[nameOf(line), line]])));
  const changed: Playbook[] = [];
  for (const playbook of playbooks) {
    const line = lineOf(playbook);
    const before = lines.get(nameOf(line));
    if (before === undefined) lines.set(nameOf(line), line);
    else if (before !== line) changed.push(playbook);
  }
  const sorted = [...lines.values()].toSorted((left, right) =>
    left.localeCompare(right, 'en', { numeric: true }),
  );
  return { list: sorted.map((line) => `${line}\n`).join(''), changed };
}

/** Of the changed ones, what to do. */
export function versionFault({ id, version }: Playbook): string {
  return `${id}: version ${version} was recorded with other content, its parts and facts included. Give it version ${version + 1}.`;
}

function lineOf(playbook: Playbook): string {
  return `${playbook.id} ${playbook.version} ${playbookDigest(playbook)}`;
}

function nameOf(line: string): string {
  return line.slice(0, line.lastIndexOf(' '));
}
