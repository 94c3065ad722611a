import { isMainThread } from 'node:worker_threads';
import { v7 as uuidv7 } from 'uuid';
import { DeskClock } from '../../core/clock/desk-clock.ts';
import { appPlaybooks } from './app-playbooks.ts';
import { readClocks } from './dispatch/clocks.ts';
import { connectToMain } from './dispatch/port.ts';
import { serve } from './dispatch/serve.ts';
import { leaseHere } from './store/sqlite/lease-here.ts';
import { migrations } from './store/sqlite/migrations/index.ts';
import { openSqliteStore } from './store/sqlite/open-sqlite-store.ts';
import { runInWorker, serveAsWorker } from './upkeep/index.ts';

/** The backend program: started by main as a utility process, or as a plain Node process; and by itself, as a thread for long work. */
if (isMainThread) {
  serve(connectToMain(), {
    playbooks: appPlaybooks(),
    clock: new DeskClock(readClocks),
    newId: () => uuidv7(),
    openStore: (file, keyHex) => openSqliteStore(file, keyHex, migrations, leaseHere),
    // The same file again, so that there is no second program to find.
    runJob: runInWorker(new URL(import.meta.url)),
    // Main collects this for its log. Only the fault is told, never an input.
    log: (name, error) => {
      const fault = error instanceof Error ? (error.stack ?? error.message) : 'unknown fault';
      process.stderr.write(`${name}: ${fault}\n`);
    },
  });
} else {
  void serveAsWorker();
}
