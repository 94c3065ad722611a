import { randomUUID } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { DeskClock } from '../../../core/clock/desk-clock.ts';
import { createClient } from '../../../core/contract/client.ts';
import { dispatch } from '../../../core/contract/dispatch.ts';
import type { SearchGroup } from '../../../core/contract/search-calls.ts';
import { laneView } from '../../../core/queue/view.ts';
import { createRandom } from '../../../core/testkit/random.ts';
import { Backend } from '../dispatch/backend.ts';
import { readClocks } from '../dispatch/clocks.ts';
import { handlers } from '../dispatch/handlers.ts';
import type { PlaybookCatalog } from '../playbooks/playbook-catalog.ts';
import { connect } from '../store/sqlite/connection.ts';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.ts';
import { type Figure, measure } from './store-figures.ts';

const name = 'ResetDesk, encrypted';
const rounds = 200;
const groups: SearchGroup[] = ['customers', 'devices', 'tickets', 'notes'];

/** The backend as the window calls it: contract, rules and store, all in one process. */
export async function benchDesk(file: string, keyHex: string, playbooks: PlaybookCatalog): Promise<Figure[]> {
  const samples = await readSamples(file, keyHex);
  const backend = new Backend({
    playbooks,
    clock: new DeskClock(readClocks),
    newId: () => uuidv7(),
    openStore: (path, key) => openSqliteStore(path, key),
    announce: () => undefined,
    runJob: () => Promise.reject(new Error('Nothing else runs while it is measured.')),
    log: () => undefined,
  });
  const client = createClient({
    call: (call, input) =>
      dispatch(
        handlers,
        call,
        input,
        { backend, requestId: randomUUID(), name: call, actor: 'Bench' },
        {
          caller: 'shell',
          onBug: (_, error) => {
            throw error;
          },
        },
      ),
    subscribe: () => () => undefined,
  });
  const page = (lane: 'open' | 'closed') =>
    client.call('queue.page', { view: laneView(lane), from: null, direction: 'forward', skip: 0, limit: 50 });
  const search = (text: string) => client.call('desk.search', { text, groups, limit: 5 });
  const pick = (round: number) => samples[round % samples.length] ?? samples[0];
  const opening = await measure(name, 'open and first list', 150, 10, async () => {
    await backend.openStore(file, keyHex);
    await page('open');
  });
  const figures = [
    opening,
    await measure(name, 'list, newest 50 of the open', 5, rounds, () => page('open')),
    await measure(name, 'list, newest 50 of the closed', 5, rounds, () => page('closed')),
    await measure(name, 'search, 3 letters of a name', 20, rounds, (round) =>
      search(pick(round).name.slice(0, 3)),
    ),
    await measure(name, 'search, name without its marks', 20, rounds, (round) =>
      search(pick(round).plainName),
    ),
    await measure(name, 'search, five inside a serial', 20, rounds, (round) =>
      search(pick(round).serial.slice(8, 13)),
    ),
    await measure(name, 'search, last five of a phone', 20, rounds, (round) =>
      search(pick(round).phone.slice(-5)),
    ),
    await measure(name, 'search, word of a note', 20, rounds, (round) => search(pick(round).noteWord)),
    await measure(name, 'search, ticket number', 20, rounds, (round) => search(String(pick(round).number))),
    await measure(name, 'open a ticket', null, rounds, (round) =>
      client.call('ticket.get', { ticketId: pick(round).id }),
    ),
    await measure(name, 'change a ticket, durable', null, rounds, (round) =>
      client.call('ticket.addNote', { ticketId: pick(round).id, text: `Bench note ${round}` }),
    ),
  ];
  await backend.closeStore();
  return figures;
}

interface Sample {
  readonly id: string;
  readonly number: number;
  readonly name: string;
  readonly plainName: string;
  readonly phone: string;
  readonly serial: string;
  readonly noteWord: string;
}

/** Tickets from all over the database. */
async function readSamples(file: string, keyHex: string): Promise<[Sample, ...Sample[]]> {
  const connection = await connect(file, keyHex, { mustExist: true });
  const random = createRandom(5);
  const last = Number(connection.prepare('select max(number) from tickets').pluck().get());
  const read = connection.prepare(
    `select t.id, t.number, c.name, c.search_key as plainName, json_extract(c.phones, '$[0]') as phone, d.serial
     from tickets t join customers c on c.id = t.customer_id join devices d on d.id = t.device_id where t.number = ?`,
  );
  const words = ['mailbox', 'installer', 'Postfach', 'cámara', 'warehouse'] as const;
  const sample = (): Sample => {
    const row = read.get(random.integer(1, last)) as Omit<Sample, 'noteWord'>;
    const plainName = row.plainName.split(' ').slice(0, 2).join(' ');
    return { ...row, plainName, noteWord: random.pick(words) };
  };
  const samples: [Sample, ...Sample[]] = [sample(), ...Array.from({ length: 100 }, sample)];
  connection.close();
  return samples;
}
