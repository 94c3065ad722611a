import { randomBytes } from 'node:crypto';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { createClient } from '../../../core/contract/client.ts';
import { CallError, storeFailureOf } from '../../../core/contract/errors.ts';
import type { LaunchBackend } from '../backend-process.ts';
import { BackendSupervisor } from '../backend-supervisor.ts';

/** What a plain SQLite file begins with. */
const PLAIN_HEADER = 'SQLite format 3';
const ALL_TICKETS = { lane: 'now', search: '', limit: 1, after: null } as const;
const ACTOR = 'Self-test';

/**
 * The records as this package keeps them: makes an encrypted database in a temporary folder, writes a ticket, ends the
 * process, and reads the ticket with the right key only. Answers what was seen.
 */
export async function checkRecords(launch: LaunchBackend, folder: string): Promise<string> {
  const file = join(folder, 'self-test.db');
  const keyHex = randomBytes(32).toString('hex');
  const number = await withBackend(launch, async ({ shell, window }) => {
    await shell.call('store.open', { file, keyHex, country: null });
    return (await window.call('ticket.open', { by: 'hand' })).ticket.number;
  });
  if ((await beginning(file)).startsWith(PLAIN_HEADER)) throw new Error('the database is not encrypted');
  return await withBackend(launch, async ({ shell, window }) => {
    await refusesAnotherKey(() =>
      shell.call('store.open', { file, keyHex: randomBytes(32).toString('hex'), country: null }),
    );
    await shell.call('store.open', { file, keyHex, country: null });
    const [ticket] = (await window.call('ticket.list', ALL_TICKETS)).rows;
    if (ticket?.number !== number)
      throw new Error('what was written is not there after the database was opened again');
    return 'encrypted database made, written, opened again in a new process; another key was refused';
  });
}

interface Calls {
  readonly shell: ReturnType<typeof createClient>;
  readonly window: ReturnType<typeof createClient>;
}

async function withBackend<Result>(
  launch: LaunchBackend,
  use: (calls: Calls) => Promise<Result>,
): Promise<Result> {
  const backend = superviseForTest(launch);
  const subscribe = () => () => undefined;
  try {
    return await use({
      shell: createClient({ call: (name, input) => backend.callAsShell(name, input), subscribe }),
      window: createClient({ call: (name, input) => backend.call(name, input, ACTOR), subscribe }),
    });
  } finally {
    await backend.stop();
  }
}

/** Started, with what it logs told as what it is. */
export function superviseForTest(launch: LaunchBackend): BackendSupervisor {
  const backend = new BackendSupervisor({
    launch,
    reopen: async () => undefined,
    onState: () => undefined,
    onEvent: () => undefined,
    log: { error: (happening, name) => void process.stderr.write(`${happening} ${name ?? ''}\n`) },
  });
  backend.start();
  return backend;
}

async function refusesAnotherKey(openWithIt: () => Promise<unknown>): Promise<void> {
  const failure = await openWithIt().then(
    () => null,
    (error: unknown) => error,
  );
  if (failure instanceof CallError && storeFailureOf(failure) === 'wrongKey') return;
  throw new Error('another key was not refused');
}

async function beginning(file: string): Promise<string> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(PLAIN_HEADER.length), 0);
    return buffer.toString('latin1', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
