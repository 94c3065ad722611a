import { contract } from '../../core/contract/contract.ts';

/** Knows from the backend's events whether an export, an import or a backup is under way. */
export class RunningWork {
  #isTransferring = false;
  #isBackingUp = false;
  #waiting: (() => void)[] = [];

  get isRunning(): boolean {
    return this.#isTransferring || this.#isBackingUp;
  }

  hear(name: string, payload: unknown): void {
    if (name === 'transfer.stateChanged')
      this.#isTransferring = contract[name].payload.parse(payload).running !== null;
    if (name === 'safety.changed') this.#isBackingUp = contract[name].payload.parse(payload).isBackingUp;
    if (!this.isRunning) this.#endWaiting();
  }

  /** The backend ended: whatever ran in it ended too. */
  stopped(): void {
    this.#isTransferring = false;
    this.#isBackingUp = false;
    this.#endWaiting();
  }

  /** Resolves when nothing is under way. */
  ended(): Promise<void> {
    return this.isRunning ? new Promise((resolve) => this.#waiting.push(resolve)) : Promise.resolve();
  }

  #endWaiting(): void {
    for (const resolve of this.#waiting) resolve();
    this.#waiting = [];
  }
}
