/**
 * `npm run playbooks [-- FOLDER]`: checks every playbook of a folder and draws it.
 * Exit code 0: all are sound; 1: a file has faults, which are told with their places, or was changed without a new version; 2: the command was not understood.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readLibrary } from '../../core/playbook/read.ts';
import {
  type PlaybookProblem,
  type PlaybookSurroundings,
  readPlaybookFile,
} from '../../core/playbook/read-file.ts';
import type { Playbook } from '../../core/playbook/schema.ts';
import { situationQuestionSchema } from '../../core/playbook/situation.ts';
import { playedLines, readScript } from './ask.ts';
import { appPlaybooks, writeGuidance } from './guidance.ts';
import { playbookPages } from './playbook-pages.ts';
import { recordVersions, versionFault } from './playbook-versions.ts';

const root = join(import.meta.dirname, '..', '..');
const ownFolder = join(root, 'assets', 'playbooks');

const USAGE = `Checks the playbooks of a folder and draws each as a diagram.

  npm run playbooks                  the app's own, into docs/playbooks and docs/guidance.md;
                                     new versions into assets/playbooks/versions.txt
  npm run playbooks -- FOLDER        those of FOLDER, into FOLDER/diagrams
  npm run playbooks -- --ask WORD... plays a call in the terminal: what the chooser asks, the routes it offers with their
                                     reasons, and the steps. Words are, in any order,
                                       KEY=VALUE        what the customer says when he is asked: mailbox=lost
                                       known:KEY=VALUE  what the ticket says before: known:vendor=dahua
                                       ANSWER           the id of an answer of the step, or "scan"`;

process.exitCode = await main(process.argv.slice(2));

async function main([folder, ...rest]: readonly string[]): Promise<number> {
  if (folder === '--ask') return ask(rest);
  if (rest.length > 0 || folder?.startsWith('-')) {
    console.log(USAGE);
    return folder === '--help' ? 0 : 2;
  }
  const source = folder ?? ownFolder;
  const names = await namesIn(source);
  if (names === null) {
    console.error(`There is no folder ${source}.\n\n${USAGE}`);
    return 2;
  }
  const surroundings = await readSurroundings();
  const playbooks: Playbook[] = [];
  for (const name of names) {
    const reading = readPlaybookFile(await readFile(join(source, name), 'utf8'), surroundings);
    if (reading.ok) playbooks.push(reading.playbook);
    else for (const problem of reading.problems) console.error(problemLine(join(source, name), problem));
  }
  const target = folder === undefined ? join(root, 'docs', 'playbooks') : join(folder, 'diagrams');
  await mkdir(target, { recursive: true });
  for (const { name, content } of playbookPages(playbooks)) await writeFile(join(target, name), content);
  console.log(`${playbooks.length} of ${names.length} playbooks are sound. Diagrams: ${target}`);
  if (playbooks.length < names.length) return 1;
  if (folder !== undefined) return 0;
  await writeGuidance();
  return (await keepVersions(playbooks)) ? 0 : 1;
}

/** Plays a call by the app's own playbooks. */
async function ask(words: readonly string[]): Promise<number> {
  const script = readScript(words);
  if ('fault' in script) {
    console.error(`${script.fault}\n\n${USAGE}`);
    return 2;
  }
  const { questions } = await readSurroundings();
  try {
    for (const line of playedLines(appPlaybooks(), questions, script)) console.log(line);
    return 0;
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    return 1;
  }
}

/** Adds new versions to the list of those that there ever were. False when one that is there has changed. */
async function keepVersions(playbooks: readonly Playbook[]): Promise<boolean> {
  const file = join(ownFolder, 'versions.txt');
  const { list, changed } = recordVersions(await readFile(file, 'utf8'), playbooks);
  await writeFile(file, list);
  for (const playbook of changed) console.error(versionFault(playbook));
  return changed.length === 0;
}

/** Null when there is no such folder. */
async function namesIn(folder: string): Promise<string[] | null> {
  const names = await readdir(folder).catch(() => null);
  return names === null ? null : names.filter((name) => name.endsWith('.json')).sort();
}

/** What the app's own playbooks share can be used by others too. */
async function readSurroundings(): Promise<PlaybookSurroundings> {
  const questions: unknown = JSON.parse(await readFile(join(root, 'assets/chooser/questions.json'), 'utf8'));
  return {
    library: readLibrary(await readAll(join(ownFolder, 'parts')), await readAll(join(ownFolder, 'facts'))),
    questions: situationQuestionSchema.array().parse(questions),
  };
}

async function readAll(folder: string): Promise<unknown[]> {
  const names = (await namesIn(folder)) ?? [];
  return Promise.all(names.map(async (name) => JSON.parse(await readFile(join(folder, name), 'utf8'))));
}

/** `file:line:column: reason`, which editors and terminals open at the place. */
function problemLine(file: string, { place, path, reason }: PlaybookProblem): string {
  const at = place === null ? file : `${file}:${place.line}:${place.column}`;
  return `${at}: ${path === '' ? '' : `${path}: `}${reason}`;
}
