import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { SecretClipboardState } from '../../core/contract/shell-records.ts';

/** The part of Electron's clipboard that is used; older releases answer at once. */
export interface SystemClipboard {
  readText(): Promise<string> | string;
  clear(kind?: 'selection'): void;
  /** What is marked, on X11; older releases name it in the call. */
  readonly selection?: { clear(): void };
}

export interface SecretClipboardOptions {
  readonly clipboard: SystemClipboard;
  readonly onState: (state: SecretClipboardState) => void;
  /** Of Node: only Linux has marked text that other programs see. */
  readonly platform: string;
  readonly wait: (ms: number) => Promise<void>;
}

/** A page's write is on its way to the system when the page is told that it is done. Far more than it ever takes. */
const ARRIVES_WITHIN_MS = 1000;
const LOOK_EVERY_MS = 50;

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
  #before: Mark | null = null;
  #mark: Mark | null = null;
  #timer: NodeJS.Timeout | undefined;
  #state: SecretClipboardState = { clearsAt: null, ended: null };

  constructor(options: SecretClipboardOptions) {
    this.#options = options;
  }

  getState(): SecretClipboardState {
    return this.#state;
  }

  /** Called before the window writes, so that its write can be told from what was there. */
  async expect(): Promise<void> {
    this.#before = markOf(await this.#options.clipboard.readText());
  }

  /** What the window has just written is a secret; a second one takes the place of the first. */
  async guard(clearAfterMs: number): Promise<SecretClipboardState> {
    this.#mark = markOf(await this.#readWritten());
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
    const isUnchanged = isSame(mark, await this.#options.clipboard.readText());
    if (isUnchanged) this.#options.clipboard.clear();
    return this.#tell({ clearsAt: null, ended: isUnchanged ? 'cleared' : 'replaced' });
  }

  /** Nobody else owns what was marked a moment ago, so it is not looked at. */
  clearMarked(): void {
    const { clipboard, platform } = this.#options;
    if (platform !== 'linux') return;
    if (clipboard.selection === undefined) clipboard.clear('selection');
    else clipboard.selection.clear();
  }

  /** Waits for the write to arrive; a text that was there before may have been written again. */
  async #readWritten(): Promise<string> {
    for (let waitedMs = 0; ; waitedMs += LOOK_EVERY_MS) {
      const text = await this.#options.clipboard.readText();
      const isOld = this.#before !== null && isSame(this.#before, text);
      if (!isOld || waitedMs >= ARRIVES_WITHIN_MS) return text;
      await this.#options.wait(LOOK_EVERY_MS);
    }
  }

  #tell(state: SecretClipboardState): SecretClipboardState {
    this.#state = state;
    this.#options.onState(state);
    return state;
  }
}

function markOf(text: string): Mark {
  const key = randomBytes(32);
  return { key, digest: digestOf(key, text) };
}

function isSame({ key, digest }: Mark, text: string): boolean {
  return timingSafeEqual(digest, digestOf(key, text));
}

function digestOf(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest();
}
