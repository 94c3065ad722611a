import { isMainThread } from 'node:worker_threads';
import { v7 as uuidv7 } from 'uuid';
import { DeskClock } from '../../../core/clock/desk-clock.ts';
import { smallPlaybook } from '../../../core/playbook/small-playbook.fixture.ts';
import { readClocks } from '../dispatch/clocks.ts';
import { connectToMain } from '../dispatch/port.ts';
import { serve } from '../dispatch/serve.ts';
import { PlaybookCatalog } from '../playbooks/playbook-catalog.ts';
import { leaseHere } from '../store/sqlite/lease-here.ts';
import { migrations } from '../store/sqlite/migrations/index.ts';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.ts';
import { runInWorker, serveAsWorker } from '../upkeep/worker.ts';

/** The backend program with the test procedure; for tests that kill it. */
if (isMainThread) {
  serve(connectToMain(), {
    playbooks: new PlaybookCatalog({
      current: [smallPlaybook],
      older: [],
      questions: [],
      library: { parts: [], facts: [] },
    }),
    clock: new DeskClock(readClocks),
    newId: () => uuidv7(),
    openStore: (file, keyHex) => openSqliteStore(file, keyHex, migrations, leaseHere),
    runJob: runInWorker(new URL(import.meta.url)),
    log: (name, error) => process.stderr.write(`${name}: ${String(error)}\n`),
  });
} else {
  void serveAsWorker();
}
