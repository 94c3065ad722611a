import { parentPort, workerData } from 'node:worker_threads';
import * as z from 'zod';
import { loadScanner } from './load-scanner.ts';
import { tryBroken } from './try-broken.ts';

/** Shows the reader the pictures from `first` to `last` and tells each result. A thread of its own, so that a hang can be ended. */
const { first, last } = z.strictObject({ first: z.int(), last: z.int() }).parse(workerData);

const scanner = await loadScanner();
for (let number = first; number <= last; number++) {
  parentPort?.postMessage(await tryBroken(scanner, number));
}
