import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { CallResult } from '../../../core/contract/errors.ts';
import { type BackendProcess, type LaunchBackend, launchAsUtility } from '../backend-process.ts';
import type { BackendSupervisor } from '../backend-supervisor.ts';
import { superviseForTest } from './check-backend.ts';

/** Far above the largest message there is: an attachment of 25 MB. */
const LARGE_BYTES = 100_000_000;
/** Takes long enough to write that the end comes in the middle. */
const WRITTEN_BYTES = 200_000_000;
const SMALL_BYTES = 1000;

/**
 * The process that a release keeps its records in, with a backend that has none: starts, answers, takes what is large, is
 * killed and comes back with the call it was killed over, and ends in the middle of writing without leaving half a file.
 */
export async function checkUtilityProcess(probe: string, folder: string): Promise<string> {
  const started: BackendProcess[] = [];
  const launch: LaunchBackend = (listeners) => {
    const child = launchAsUtility(probe)(listeners);
    started.push(child);
    return child;
  };
  const backend = superviseForTest(launch);
  try {
    await echo(backend, SMALL_BYTES);
    await echo(backend, LARGE_BYTES);
    await survivesAKill(backend, started);
    await endsInTheMiddle(backend, join(folder, 'probe.bin'));
  } finally {
    await backend.stop();
  }
  return `answered ${LARGE_BYTES / 1_000_000} MB, came back after a kill, ended while it wrote`;
}

async function echo(backend: BackendSupervisor, bytes: number): Promise<void> {
  const sent = new Uint8Array(bytes).fill(bytes % 251);
  const back = answered(await backend.call('probe.echo', sent, ''));
  const isSame = back instanceof Uint8Array && back.length === bytes && back[bytes - 1] === sent[bytes - 1];
  if (!isSame) throw new Error(`a message of ${bytes} bytes did not come back as it was sent`);
}

/** A call under way when the process dies is answered by the next one. */
async function survivesAKill(backend: BackendSupervisor, started: readonly BackendProcess[]): Promise<void> {
  const before = started.length;
  const underWay = echo(backend, LARGE_BYTES);
  started.at(-1)?.kill();
  await underWay;
  if (started.length !== before + 1) throw new Error('the process was not started again once');
}

async function endsInTheMiddle(backend: BackendSupervisor, file: string): Promise<void> {
  answered(await backend.call('probe.write', { file, bytes: SMALL_BYTES }, ''));
  void backend.call('probe.write', { file, bytes: WRITTEN_BYTES }, '');
  await delay(1);
  await backend.stop();
  const { size } = await stat(file);
  if (size !== SMALL_BYTES && size !== WRITTEN_BYTES) throw new Error('half a file was left');
}

function answered(result: CallResult): unknown {
  if (result.ok) return result.value;
  throw new Error(result.error.message);
}
