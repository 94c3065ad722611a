import { randomFillSync } from 'node:crypto';
import * as z from 'zod';
import type { CallResult } from '../../core/contract/errors.ts';
import { type ToBackend, toBackendSchema } from '../../core/contract/rpc.ts';
import { writeWholeFile } from '../files/write-file.ts';
import { connectToMain } from './dispatch/port.ts';

const writeInput = z.strictObject({ file: z.string(), bytes: z.int().nonnegative() });

/**
 * A backend without records, for the self-test: on the line of the real one it shows whether this system starts, ends and
 * starts again a process of ours, and what passes between them. It needs no addon, so it runs wherever Electron does.
 *
 * - `probe.echo` answers what it was sent
 * - `probe.write` writes a file of random bytes, whole or not at all
 * - `store.close`, which main sends at its end, is answered once what came before it is done
 */
const port = connectToMain();
let queue: Promise<unknown> = Promise.resolve();
port.onMessage((message) => {
  const call = toBackendSchema.parse(message);
  queue = queue.then(async () => {
    const result = await answer(call).catch(failed);
    port.send({ type: 'answer', callId: call.callId, result });
  });
});
port.send({ type: 'ready' });

async function answer({ name, input }: ToBackend): Promise<CallResult> {
  switch (name) {
    case 'probe.echo':
      return { ok: true, value: input };
    case 'probe.write': {
      const { file, bytes } = writeInput.parse(input);
      await writeWholeFile(file, randomFillSync(new Uint8Array(bytes)));
      return { ok: true, value: {} };
    }
    case 'store.close':
      return { ok: true, value: {} };
    default:
      return { ok: false, error: { code: 'not_found', message: `The probe knows no ${name}.` } };
  }
}

function failed(error: unknown): CallResult {
  return { ok: false, error: { code: 'internal', message: String(error) } };
}
