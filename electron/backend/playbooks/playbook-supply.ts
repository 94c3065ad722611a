import { dirname, join } from 'node:path';
import { setImmediate as otherWork } from 'node:timers/promises';
import { shownFileName } from '../../../core/file-name.ts';
import type { ProcedureDecision } from '../store/ports/desk.ts';
import type { Store } from '../store/ports/store.ts';
import type { Announcement } from '../work/work.ts';
import type { PlaybookCatalog, PlaybookFile } from './playbook-catalog.ts';
import { type FolderFile, readPlaybookFolder, watchPlaybookFolder } from './playbook-folder.ts';

type Parts = {
  readonly playbooks: PlaybookCatalog;
  /** Gets the error, never an input. */
  readonly log: (name: string, error: unknown) => void;
  readonly announce: (announcement: Announcement) => void;
};

/** Brings the catalog what lies beside the app: the versions in the open database, and the supervisor's folder beside it. */
export class PlaybookSupply {
  readonly #parts: Parts;
  #folder: string | null = null;
  #stopWatching: (() => void) | null = null;
  #reading: Promise<void> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Null while no database is open. */
  get folder(): string | null {
    return this.#folder;
  }

  /** The folder is read beside the calls: however much is in it, the desk opens at once and goes on. */
  async attach(databaseFile: string, store: Store): Promise<void> {
    const { playbooks } = this.#parts;
    const folder = join(dirname(databaseFile), 'playbooks');
    playbooks.setStored(await this.#read(store, ({ playbooks: stored }) => stored.list(), []));
    playbooks.setDecisions(
      await this.#read(
        store,
        ({ playbooks: stored }) => stored.listDecisions(),
        new Map<string, ProcedureDecision>(),
      ),
    );
    this.#folder = folder;
    // Watched before it is read, so that no change falls between the two.
    this.#stopWatching = await watchPlaybookFolder(folder, () => this.#reload(folder));
    this.#reload(folder);
  }

  /** Once what is in the folder now has been read. */
  settled(): Promise<void> {
    return this.#reading;
  }

  /** Damage in these tables alone must not keep the records shut: a version is then looked up when a ticket needs it. */
  async #read<Found>(
    store: Store,
    read: (repositories: Parameters<Parameters<Store['transact']>[0]>[0]) => Promise<Found>,
    nothing: Found,
  ): Promise<Found> {
    try {
      return await store.transact(read);
    } catch (error) {
      this.#parts.log('playbooks', error);
      return nothing;
    }
  }

  detach(): void {
    this.#stopWatching?.();
    this.#stopWatching = null;
    this.#folder = null;
    this.#parts.playbooks.setFiles([]);
    this.#parts.playbooks.setStored([]);
    this.#parts.playbooks.setDecisions(new Map());
  }

  #reload(folder: string): void {
    this.#reading = this.#reading
      .then(() => this.#readFiles(folder))
      .catch((error: unknown) => this.#parts.log('playbooks', error));
  }

  async #readFiles(folder: string): Promise<void> {
    const { playbooks, announce } = this.#parts;
    const files: PlaybookFile[] = [];
    for await (const file of readPlaybookFolder(folder)) {
      if (this.#folder !== folder) return;
      files.push(this.#fileOf(file));
      // A call comes first: checking a large file takes a while.
      await otherWork();
    }
    if (this.#folder !== folder || (files.length === 0 && !playbooks.hasFiles)) return;
    playbooks.setFiles(files);
    announce({ name: 'playbook.changed', payload: {} });
  }

  #fileOf(file: FolderFile): PlaybookFile {
    const name = shownFileName(file.name, 'procedure');
    if ('text' in file) return { name, reading: this.#parts.playbooks.read(file.text) };
    return {
      name,
      reading: { ok: false, problems: [{ place: null, path: '', reason: file.fault }] },
    };
  }
}
