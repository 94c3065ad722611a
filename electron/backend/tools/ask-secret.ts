import { createInterface } from 'node:readline';
import { Writable } from 'node:stream';

/** What is typed is not shown. */
class NoEcho extends Writable {
  override _write(_chunk: unknown, _encoding: BufferEncoding, done: () => void): void {
    done();
  }
}

/**
 * Asks for secrets, which stand in no argument and no variable: typed unseen at a terminal, otherwise one on each line of the
 * standard input.
 */
export class SecretPrompt implements Disposable {
  readonly #lines: AsyncIterator<string>;
  readonly #close: () => void;

  constructor() {
    const { stdin } = process;
    const reader = createInterface({ input: stdin, output: new NoEcho(), terminal: stdin.isTTY === true });
    this.#lines = reader[Symbol.asyncIterator]();
    this.#close = () => reader.close();
  }

  /** Blank when the input has ended. */
  async ask(what: string): Promise<string> {
    process.stderr.write(`${what}: `);
    const { value, done } = await this.#lines.next();
    process.stderr.write('\n');
    return done === true ? '' : value.trimEnd();
  }

  [Symbol.dispose](): void {
    this.#close();
  }
}
