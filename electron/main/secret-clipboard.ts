import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SecretClipboardState } from '../../core/contract/shell-records.ts';

/** The part of Electron's clipboard that is used; older releases answer at once. */
export interface SystemClipboard {
  readText(): Promise<string> | string;
  clear(): void;
}

export interface SecretClipboardOptions {
  readonly clipboard: SystemClipboard;
  readonly onState: (state: SecretClipboardState) => void;
}

/** The mark of what was copied; keeps nothing that the text could be worked out from. */
interface Mark {
  readonly key: Buffer;
  readonly digest: Buffer;
}

/**
 * Takes a code or password off the clipboard after a while, unless something else was copied since.
 *
 * The window writes the clipboard itself, so the secret is in no call. Main reads it from there once, as any program
 * could, and keeps a digest under a key of its own that is thrown away with it.
 */
export class SecretClipboard {
  readonly #options: SecretClipboardOptions;
  #mark: Mark | null = null;
  #timer: NodeJS.Timeout | undefined;
  #state: SecretClipboardState = { clearsAt: null, ended: null };

  constructor(options: SecretClipboardOptions) {
    this.#options = options;
  }

  getState(): SecretClipboardState {
    return this.#state;
  }

  /** What is on the clipboard now is a secret; a second one takes the place of the first. */
  async guard(clearAfterMs: number): Promise<SecretClipboardState> {
    const key = randomBytes(32);
    this.#mark = { key, digest: digestOf(key, await this.#options.clipboard.readText()) };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.clear(), clearAfterMs);
    return this.#tell({ clearsAt: Date.now() + clearAfterMs, ended: null });
  }

  /** Now rather than later: the agent says so, the screen is locked, the computer sleeps, the program ends. */
  async clear(): Promise<SecretClipboardState> {
    const mark = this.#mark;
    if (mark === null) return this.#state;
    this.#mark = null;
    clearTimeout(this.#timer);
    const text = await this.#options.clipboard.readText();
    const isUnchanged = timingSafeEqual(mark.digest, digestOf(mark.key, text));
    if (isUnchanged) this.#options.clipboard.clear();
    return this.#tell({ clearsAt: null, ended: isUnchanged ? 'cleared' : 'replaced' });
  }

  #tell(state: SecretClipboardState): SecretClipboardState {
    this.#state = state;
    this.#options.onState(state);
    return state;
  }
}

function digestOf(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
