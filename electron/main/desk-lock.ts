import type { LockCause, VaultState } from '../../core/contract/shell-records.ts';
import type { Log } from './log-entry.ts';
import type { Vault } from './vault.ts';

/** A window that hangs or died does not keep the key in memory. */
const LEAVES_WITHIN_MS = 2000;

export interface DeskLockParts {
  readonly vault: Pick<Vault, 'getState' | 'keptBy' | 'lock' | 'settle'>;
  /** There is a window that is to leave the desk first. */
  readonly hasWindow: () => boolean;
  /** Resolves when nothing is under way that the agent waits for, such as an import. */
  readonly workEnds: () => Promise<void>;
  /** Closes the database and starts the backend anew, without the key. */
  readonly renewBackend: () => Promise<void>;
  /** Takes away what is left of records and secrets outside of the database. */
  readonly forget: () => void;
  readonly log: Pick<Log, 'error'>;
}

/**
 * Locks the desk. The window is told first: it shows the locked desk and stores what was typed. From then on every call is
 * refused, and once what was started has ended, the database is closed and the program that knew its key is gone.
 */
export class DeskLock {
  readonly #parts: DeskLockParts;
  #endLeaving: (() => void) | null = null;
  #lockCount = 0;

  constructor(parts: DeskLockParts) {
    this.#parts = parts;
  }

  /** May the window work with the records? Also while it stores what was typed before it left. */
  get isOpen(): boolean {
    return this.#parts.vault.getState().state !== 'locked' || this.#endLeaving !== null;
  }

  /** Names the time from one lock to the next: whoever began something in it may end it in no other. Null while it is locked. */
  get opening(): number | null {
    return this.#parts.vault.getState().state === 'locked' ? null : this.#lockCount;
  }

  lock(by: LockCause): Promise<VaultState> {
    return this.#parts.vault.lock(by);
  }

  /** The computer was locked or sleeps. A desk without a passphrase would only be hidden by the lock, which the computer's does. */
  async lockWithComputer(): Promise<void> {
    // What is being opened just now would otherwise stand open behind the locked screen.
    await this.#parts.vault.settle();
    if (this.#parts.vault.keptBy() === 'passphrase') await this.lock('system');
  }

  /** The window shows the locked desk. */
  hasLeft(): void {
    this.#endLeaving?.();
  }

  /** What the vault waits for before it can be opened again. */
  async release(): Promise<void> {
    this.#lockCount += 1;
    try {
      this.#parts.forget();
    } catch (error) {
      // Whatever could not be taken away: the key goes all the same.
      this.#parts.log.error('not everything was forgotten', undefined, error);
    }
    if (this.#parts.hasWindow()) await this.#leaving();
    await this.#parts.workEnds();
    await this.#parts.renewBackend();
  }

  #leaving(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => this.#endLeaving?.(), LEAVES_WITHIN_MS);
      this.#endLeaving = () => {
        clearTimeout(timer);
        this.#endLeaving = null;
        resolve();
      };
    });
  }
}
