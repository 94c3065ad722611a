import { CallError } from '../../core/contract/errors.ts';
import { unwrapTyped } from './key-protection.ts';
import type { ProtectedKey } from './key-record.ts';

/** A slip of the finger, a key that is stuck and the other passphrase cost nothing. */
const FREE_TRIES = 3;
const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 30_000;

/** Before each further try; the guess itself takes half a second more. */
export function waitBeforeTry(wrongTries: number): number {
  return wrongTries < FREE_TRIES
    ? 0
    : Math.min(FIRST_WAIT_MS * 2 ** (wrongTries - FREE_TRIES), LONGEST_WAIT_MS);
}

/** Lets nobody guess quickly: after some wrong ones each try takes longer, until one is right. */
export class PassphraseTries {
  readonly #wait: (ms: number) => Promise<void>;
  #wrong = 0;
  #endWaiting: () => void = () => undefined;

  constructor(wait: (ms: number) => Promise<void>) {
    this.#wait = wait;
  }

  /**
   * @param open answers null for a wrong secret
   * @throws CallError what `refusal` makes, for a wrong one; `store_locked` when the wait was ended
   */
  async take<Opened>(open: () => Promise<Opened | null>, refusal: () => CallError): Promise<Opened> {
    await this.#waitItsTurn();
    const opened = await open();
    if (opened === null) {
      this.#wrong += 1;
      throw refusal();
    }
    this.#wrong = 0;
    return opened;
  }

  /** The desk is being locked, which must not wait for a guess. The guess is not made; the next one waits as long again. */
  endWaiting(): void {
    this.#endWaiting();
  }

  async #waitItsTurn(): Promise<void> {
    const ended = new Promise<'ended'>((resolve) => {
      this.#endWaiting = () => resolve('ended');
    });
    if ((await Promise.race([this.#wait(waitBeforeTry(this.#wrong)), ended])) === 'ended')
      throw new CallError('store_locked', 'The desk was locked meanwhile.');
  }

  /** @throws CallError `wrong_passphrase`; none at all is no guess */
  async unwrap(kept: ProtectedKey, passphrase: string | null): Promise<Buffer> {
    if (passphrase === null) throw wrongPassphrase();
    return await this.take(() => unwrapTyped(kept, passphrase), wrongPassphrase);
  }
}

function wrongPassphrase(): CallError {
  return new CallError('wrong_passphrase', 'The passphrase does not open this database.');
}
