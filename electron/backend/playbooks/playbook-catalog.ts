import type { ListedPlaybook } from '../../../core/contract/records.ts';
import { checkSituation } from '../../../core/playbook/check-situation.ts';
import { bestRoute } from '../../../core/playbook/chooser.ts';
import { asDesksOwn } from '../../../core/playbook/desks-own.ts';
import { playbookDigest } from '../../../core/playbook/digest.ts';
import { readPlaybook } from '../../../core/playbook/read.ts';
import {
  type PlaybookProblem,
  type PlaybookReading,
  type PlaybookSurroundings,
  readPlaybookFile,
} from '../../../core/playbook/read-file.ts';
import { type Fact, type Playbook, playbookSchema } from '../../../core/playbook/schema.ts';
import type { Situation } from '../../../core/playbook/situation.ts';
import type { PlaybookRef } from '../../../core/ticket/replay.ts';
import type { ProcedureDecision } from '../store/ports/desk.ts';
import type { KnownPlaybooks } from '../work/known-playbooks.ts';

/** Assumed until something else is known: most callers have a device of this family. */
const usualVendor = 'dahua';

/** A file of the supervisor's folder, as it was read. */
export interface PlaybookFile {
  readonly name: string;
  readonly reading: PlaybookReading;
}

/** One line of the list of procedures. */
export interface CatalogEntry {
  /** Null for a file that could not be read so far. */
  readonly playbook: Playbook | null;
  /** Null for what the app was built with. */
  readonly file: string | null;
  readonly state: ListedPlaybook['state'];
  /** What a decision about a file is kept by; null for the app's own, and for a file that can not be used. */
  readonly digest: string | null;
  readonly problems: readonly PlaybookProblem[];
}

/** What the app was built with. */
export interface BuiltIn extends PlaybookSurroundings {
  readonly current: readonly unknown[];
  /** Versions that tickets may still be on. */
  readonly older: readonly unknown[];
}

/**
 * The procedures: those the app was built with, those of the supervisor's folder, and every version that a ticket of
 * the open database was ever on. A version that was used stays as it was used.
 */
export class PlaybookCatalog implements KnownPlaybooks {
  readonly #surroundings: PlaybookSurroundings;
  readonly #builtIn: readonly Playbook[];
  readonly #older: readonly Playbook[];
  /** What the app itself states, with its grades. */
  readonly #sharedFacts: readonly Fact[];
  #stored: readonly Playbook[] = [];
  #files: readonly PlaybookFile[] = [];
  #decisions: ReadonlyMap<string, ProcedureDecision> = new Map();
  #entries: readonly CatalogEntry[] = [];

  /** @throws if a file of the app does not fit the schema or has a fault: the app must not start with it */
  constructor({ current, older, ...surroundings }: BuiltIn) {
    this.#surroundings = surroundings;
    this.#builtIn = current.map((file) => soundPlaybook(file, surroundings));
    this.#older = older.map((file) => playbookSchema.parse(file));
    this.#sharedFacts = [...surroundings.library.facts, ...this.#builtIn.flatMap(({ facts }) => facts)];
    if (new Set(this.#builtIn.map(({ id }) => id)).size < this.#builtIn.length)
      throw new Error('Two playbooks have the same id.');
    this.#sort();
  }

  get hasFiles(): boolean {
    return this.#files.length > 0;
  }

  /** Reads a file of the supervisor's folder, and marks what it says as the desk's own. Takes a while for a large one. */
  read(text: string): PlaybookReading {
    const reading = readPlaybookFile(text, this.#surroundings);
    if (!reading.ok) return reading;
    return { ok: true, playbook: asDesksOwn(reading.playbook, this.#sharedFacts) };
  }

  /** Takes what was decided about files, by their digests. */
  setDecisions(decisions: ReadonlyMap<string, ProcedureDecision>): void {
    this.#decisions = decisions;
    this.#sort();
  }

  addDecision(digest: string, decision: ProcedureDecision): void {
    this.setDecisions(new Map([...this.#decisions, [digest, decision]]));
  }

  /** The app's own procedure that a file with this id takes the place of, or null. */
  builtIn(id: string): Playbook | null {
    return this.#builtIn.find((playbook) => playbook.id === id) ?? null;
  }

  /** Takes the supervisor's files as they are now; those from before are forgotten. */
  setFiles(files: readonly PlaybookFile[]): void {
    this.#files = files;
    this.#sort();
  }

  /** Takes the versions that tickets of the database are on. */
  setStored(stored: readonly Playbook[]): void {
    this.#stored = stored;
    this.#sort();
  }

  /** A ticket is on this version now. */
  addStored(playbook: Playbook): void {
    if (this.#stored.some((other) => isSame(other, playbook))) return;
    this.setStored([...this.#stored, playbook]);
  }

  /** The procedures that tickets can take now, one for each id. */
  list(): Playbook[] {
    return this.#entries.flatMap(({ state, playbook }) =>
      state === 'inUse' && playbook !== null ? [playbook] : [],
    );
  }

  entries(): readonly CatalogEntry[] {
    return this.#entries;
  }

  /** The newest version of a procedure. */
  current(id: string): Playbook | null {
    return this.list().find((playbook) => playbook.id === id) ?? null;
  }

  /**
   * The gentlest procedure that nothing speaks against.
   *
   * @param situation what a scan or a device record says
   */
  forNewTicket(situation: Situation): Playbook {
    const available = this.list();
    const playbook = bestRoute(available, { vendor: usualVendor, ...situation }) ?? bestRoute(available, {});
    if (playbook === null) throw new Error('There is no playbook at all.');
    return playbook;
  }

  /** A version, whether it can still be taken or not. */
  find({ id, version }: PlaybookRef): Playbook | null {
    const used = this.#stored.find((playbook) => isSame(playbook, { id, version }));
    if (used !== undefined) return this.#marked(used);
    const known = [...this.list(), ...this.#builtIn, ...this.#older];
    return known.find((playbook) => isSame(playbook, { id, version })) ?? null;
  }

  #sort(): void {
    const builtIn: CatalogEntry[] = this.#builtIn.map((playbook) => ({
      playbook: this.#stored.find((other) => isSame(other, playbook)) ?? playbook,
      file: null,
      state: 'inUse',
      digest: null,
      problems: [],
    }));
    const files = [...this.#files].sort((left, right) => left.name.localeCompare(right.name));
    this.#entries = files.reduce<CatalogEntry[]>(
      (entries, { name, reading }) => addFile(entries, name, this.#checkUsed(reading), this.#decisions),
      builtIn,
    );
  }

  #checkUsed(reading: PlaybookReading): PlaybookReading {
    if (!reading.ok) return reading;
    const { playbook } = reading;
    const used = this.#stored.find((other) => isSame(other, playbook));
    if (used === undefined || this.#isSameContent(used, playbook)) return reading;
    const reason = `Version ${playbook.version} was used by tickets with other content. Give this file the next version.`;
    return { ok: false, problems: [{ place: null, path: 'version', reason }] };
  }

  /** Versions that were stored before files were marked lack the mark; what they say is what counts. */
  #isSameContent(used: Playbook, own: Playbook): boolean {
    return playbookDigest(asDesksOwn(used, this.#sharedFacts)) === playbookDigest(own);
  }

  /** What tickets were on, marked as the desk's own also where that was stored before files were marked. */
  #marked(used: Playbook): Playbook {
    if (used.isDesksOwn === true) return used;
    for (const { reading } of this.#files)
      if (reading.ok && isSame(reading.playbook, used) && this.#isSameContent(used, reading.playbook))
        return reading.playbook;
    return used;
  }
}

const stateOf = { approved: 'inUse', refused: 'declined' } as const;

/** A file takes the place of what has its id only with a higher version, and once somebody has approved it. */
function addFile(
  entries: readonly CatalogEntry[],
  file: string,
  reading: PlaybookReading,
  decisions: ReadonlyMap<string, ProcedureDecision>,
): CatalogEntry[] {
  const refused = { file, state: 'refused', digest: null } as const;
  if (!reading.ok) return [...entries, { ...refused, playbook: null, problems: reading.problems }];
  const { playbook } = reading;
  const inUse = entries.find((entry) => entry.state === 'inUse' && entry.playbook?.id === playbook.id);
  const version = inUse?.playbook?.version ?? 0;
  if (playbook.version <= version) {
    const reason = `"${playbook.id}" is there with version ${version} already. Give this file a higher one.`;
    return [...entries, { ...refused, playbook, problems: [{ place: null, path: 'version', reason }] }];
  }
  const digest = playbookDigest(playbook);
  const decision = decisions.get(digest);
  const state = decision === undefined ? 'waiting' : stateOf[decision];
  const added: CatalogEntry = { playbook, file, state, digest, problems: [] };
  if (inUse === undefined || state !== 'inUse') return [...entries, added];
  // In its place: of routes that are equally gentle, the first one is taken.
  return entries.flatMap((entry) => (entry === inUse ? [{ ...entry, state: 'replaced' }, added] : [entry]));
}

function soundPlaybook(file: unknown, { library, questions }: PlaybookSurroundings): Playbook {
  const reading = readPlaybook(file, library);
  const faults = reading.ok ? checkSituation(reading.playbook, questions) : reading.faults;
  if (reading.ok && faults.length === 0) return reading.playbook;
  throw new Error(`A playbook of the app has faults: ${faults.join('; ')}`);
}

function isSame(left: PlaybookRef, right: PlaybookRef): boolean {
  return left.id === right.id && left.version === right.version;
}
