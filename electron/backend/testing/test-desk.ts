import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { DeskClock } from '../../../core/clock/desk-clock.ts';
import { type Client, createClient } from '../../../core/contract/client.ts';
import { dispatch } from '../../../core/contract/dispatch.ts';
import type { ResetScan } from '../../../core/contract/ticket-calls.ts';
import { smallPlaybook } from '../../../core/playbook/small-playbook.fixture.ts';
import { Backend } from '../dispatch/backend.ts';
import { handlers } from '../dispatch/handlers.ts';
import { PlaybookCatalog } from '../playbooks/playbook-catalog.ts';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.ts';
import { runJob } from '../upkeep/jobs.ts';
import type { Announcement } from '../work/work.ts';

export const testKey = 'c0'.repeat(32);

/** A folder of its own for a real, encrypted database. */
export function temporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'resetdesk-test-'));
  return {
    file: join(folder, 'records.db'),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** A reset QR in the documented layout: 14 plain characters and the Base64 of 256 random bytes. */
export function resetScan(): ResetScan {
  return {
    payload: `PWDRA1KEY00001${randomBytes(256).toString('base64')}`,
    source: 'screen',
    qrVersion: 14,
    ecLevel: 'M',
    maskPattern: 3,
  };
}

function smallCatalog(): PlaybookCatalog {
  const library = { parts: [], facts: [] };
  return new PlaybookCatalog({ current: [smallPlaybook], older: [], questions: [], library });
}

/** The whole backend in this process, over a real database, with a clock that the test moves. */
export async function openTestDesk(file: string, playbooks = smallCatalog()) {
  let now = 1_750_000_000_000;
  let steadyMs = 0;
  const bugs: unknown[] = [];
  const announced: Announcement[] = [];
  const backend = new Backend({
    playbooks,
    clock: new DeskClock(() => ({ wallMs: now, steadyMs })),
    newId: () => uuidv7(),
    openStore: (path, keyHex) => openSqliteStore(path, keyHex),
    runJob,
    log: (_, error) => void bugs.push(error),
    announce: (announcement) => void announced.push(announcement),
  });
  const clientOf = (requestId: () => string): Client =>
    createClient({
      call: (name, input) => {
        now += 1;
        steadyMs += 1;
        const context = { backend, requestId: requestId(), actor: 'Test agent', name };
        const onBug = (_: string, error: unknown) => void bugs.push(error);
        const isHarmless = (fragment: string) => backend.harmlessWords.has(fragment);
        return dispatch(handlers, name, input, context, { caller: 'shell', onBug, isHarmless });
      },
      subscribe: () => () => undefined,
    });
  await backend.openStore(file, testKey);
  await backend.playbookSupply.settled();
  const client = clientOf(randomUUID);
  return {
    backend,
    bugs,
    announced,
    ...client,
    /** As a supervisor who reads every file of the folder and approves it. */
    approveProcedures: async () => {
      await backend.playbookSupply.settled();
      const { sources } = await client.call('playbook.listSources', {});
      for (const { digest, state } of sources)
        if (digest !== null && state === 'waiting')
          await client.call('playbook.decide', { digest, decision: 'approved' });
    },
    /** Every call with the same request id, as after a restart. */
    again: (requestId: string) => clientOf(() => requestId),
    /** The id of the last command that can be undone. */
    lastCommand: () => {
      const last = announced.findLast(({ name }) => name === 'desk.commandRecorded');
      if (last?.name !== 'desk.commandRecorded') throw new Error('No command was recorded.');
      return last.payload.id;
    },
    wait: (ms: number) => {
      now += ms;
      steadyMs += ms;
    },
    /** A person sets the computer's clock. */
    setClock: (byMs: number) => {
      now += byMs;
    },
    close: () => backend.closeStore(),
  };
}

export type TestDesk = Awaited<ReturnType<typeof openTestDesk>>;
