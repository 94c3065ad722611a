import { dirname, join } from 'node:path';
import type { Playbook } from '../../core/playbook/schema.ts';
import type { PlaybookCatalog } from './playbook-catalog.ts';
import { readPlaybookFolder, watchPlaybookFolder } from './playbook-folder.ts';
import type { Announcement } from './services/work.ts';
import type { Store } from './store/ports/store.ts';

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

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Null while no database is open. */
  get folder(): string | null {
    return this.#folder;
  }

  async attach(databaseFile: string, store: Store): Promise<void> {
    const { playbooks } = this.#parts;
    const folder = join(dirname(databaseFile), 'playbooks');
    playbooks.setStored(await this.#readStored(store));
    // Watched before it is read, so that no change falls between the two.
    const stop = await watchPlaybookFolder(folder, () => void this.#reload(folder));
    playbooks.setFiles(await readPlaybookFolder(folder));
    this.#folder = folder;
    this.#stopWatching = stop;
  }

  /** Damage in this table alone must not keep the records shut: a version is then looked up when a ticket needs it. */
  async #readStored(store: Store): Promise<Playbook[]> {
    try {
      return await store.transact((repositories) => repositories.playbooks.list());
    } catch (error) {
      this.#parts.log('playbooks', error);
      return [];
    }
  }

  detach(): void {
    this.#stopWatching?.();
    this.#stopWatching = null;
    this.#folder = null;
    this.#parts.playbooks.setFiles([]);
    this.#parts.playbooks.setStored([]);
  }

  async #reload(folder: string): Promise<void> {
    const files = await readPlaybookFolder(folder);
    if (this.#folder !== folder) return;
    this.#parts.playbooks.setFiles(files);
    this.#parts.announce({ name: 'playbook.changed', payload: {} });
  }
}
