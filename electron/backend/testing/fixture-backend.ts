import { v7 as uuidv7 } from 'uuid';
import { smallPlaybook } from '../../../core/playbook/small-playbook.fixture.ts';
import { PlaybookCatalog } from '../playbook-catalog.ts';
import { connectToMain } from '../port.ts';
import { serve } from '../serve.ts';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.ts';

/** The backend program with the test procedure; for tests that kill it. */
serve(
  connectToMain(),
  {
    playbooks: new PlaybookCatalog([smallPlaybook]),
    clock: Date.now,
    newId: () => uuidv7(),
    openStore: (file, keyHex) => openSqliteStore(file, keyHex),
  },
  (name, error) => process.stderr.write(`${name}: ${String(error)}\n`),
);
