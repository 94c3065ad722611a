import { CallError } from '../../../core/contract/errors.ts';
import type { FeedPackage } from '../../../core/update/feed.ts';
import type { UpdateEntry, UpdateState } from '../../../core/update/update-state.ts';
import type { Patience } from './feed-place.ts';
import { fetchFeed, fetchPackage } from './fetch-update.ts';
import { namedFeed } from './managed-settings.ts';
import { Refused } from './refused.ts';
import { packageIn, type ThisProgram } from './verify-feed.ts';

export interface UpdatesOptions {
  readonly program: ThisProgram;
  readonly managedFile: string;
  /** Where a checked package lies until it is installed. */
  readonly folder: string;
  readonly patience: Patience;
  readonly onState: (state: UpdateState) => void;
  /** For the desk's log. */
  readonly note: (entry: UpdateEntry) => void;
}

/** Progress is told in so many steps. */
const STEPS = 50;

/** Looks for later versions where an administrator said, when the agent asks. It installs nothing and restarts nothing. */
export class Updates {
  readonly #options: UpdatesOptions;
  #state: UpdateState;
  #found: { readonly version: string; readonly file: FeedPackage } | null = null;
  #isBusy = false;

  constructor(options: UpdatesOptions) {
    this.#options = options;
    this.#state = this.#atFirst();
  }

  getState(): UpdateState {
    return this.#state;
  }

  /** The checked package; null while there is none. */
  get file(): string | null {
    return this.#state.state === 'ready' ? this.#state.file : null;
  }

  look(): Promise<UpdateState> {
    return this.#alone(async (place) => {
      this.#found = null;
      this.#change({ state: 'looking', place });
      const { program, patience } = this.#options;
      this.#found = packageIn(await fetchFeed(place, patience), program);
      if (this.#found === null) return { state: 'current', place };
      return { state: 'found', place, version: this.#found.version, bytes: this.#found.file.bytes };
    });
  }

  /** @throws CallError `refused` before a version was found */
  fetch(): Promise<UpdateState> {
    return this.#alone(async (place) => {
      if (this.#found === null) throw new CallError('refused', 'There is no later version to fetch.');
      const { version, file } = this.#found;
      const { folder, patience, note } = this.#options;
      const tell = (done: number) =>
        this.#change({ state: 'fetching', place, version, bytes: file.bytes, done });
      tell(0);
      let told = 0;
      const onProgress = (done: number) => {
        if (done - told < file.bytes / STEPS) return;
        told = done;
        tell(done);
      };
      const path = await fetchPackage(place, file, folder, { patience, onProgress });
      note({ type: 'updateFetched', version });
      return { state: 'ready', place, version, file: path, kind: file.kind };
    });
  }

  async #alone(task: (place: string) => Promise<UpdateState>): Promise<UpdateState> {
    const first = this.#atFirst();
    if (first.state === 'off')
      throw new CallError('refused', 'No administrator has named a place for updates.');
    if (this.#isBusy) throw new CallError('refused', 'ResetDesk is looking for an update already.');
    this.#isBusy = true;
    try {
      this.#change(await task(first.place));
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      const { reason } = error;
      const version = error.version ?? this.#found?.version ?? null;
      this.#found = null;
      this.#options.note({ type: 'updateRefused', reason, version });
      this.#change({ state: 'refused', place: first.place, reason, version });
    } finally {
      this.#isBusy = false;
    }
    return this.#state;
  }

  /** Read anew each time: an administrator may have named another place, or none. */
  #atFirst(): Extract<UpdateState, { state: 'off' | 'idle' | 'looking' | 'current' }> {
    const { managedFile, program } = this.#options;
    const named = namedFeed(managedFile);
    if (named === null) return { state: 'off', file: managedFile, why: 'notNamed' };
    if (named === 'unreadable') return { state: 'off', file: managedFile, why: 'unreadable' };
    if (program.publicKey === '') return { state: 'off', file: managedFile, why: 'noKey' };
    return { state: 'idle', place: named.place };
  }

  #change(state: UpdateState): void {
    this.#state = state;
    this.#options.onState(state);
  }
}
