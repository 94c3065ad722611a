/** Something the person at the keyboard can act on. Entries print its message alone, without a stack. */
export class SetupError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SetupError';
  }
}

/** Runs an entry: a {@link SetupError} becomes a message and exit code 1, the answer becomes the exit code. */
export async function runEntry(entry: () => Promise<number>): Promise<void> {
  try {
    process.exitCode = await entry();
  } catch (error) {
    if (!(error instanceof SetupError)) throw error;
    console.error(`\n${error.message}`);
    process.exitCode = 1;
  }
}
