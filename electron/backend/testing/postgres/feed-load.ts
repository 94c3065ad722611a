import * as z from 'zod';
import type { ConnectionData } from '../../store/postgres/connection-data.ts';
import { changesSince, type FeedCursor } from '../../store/postgres/feed.ts';
import { Link } from '../../store/postgres/link.ts';
import { feedTrigger } from '../../store/postgres/schema/feed-trigger.ts';

/** One record of a table that is read by a feed. */
const KIND = 'probe';
const LONGEST_PAUSE_S = 0.3;

export interface FeedLoad {
  readonly writers: number;
  /** Of each writer. */
  readonly transactions: number;
  readonly seed: number;
}

export interface FeedFigures {
  readonly committed: number;
  /** By the cursor of the product. */
  readonly snapshot: Told;
  /** By the highest number seen, as one would think: what is lost shows that the load finds faults. */
  readonly sequence: Told;
}

interface Told {
  readonly missing: number;
  readonly double: number;
  /** Of transactions that were rolled back. */
  readonly untrue: number;
}

/**
 * Writers with aborts, savepoints and transactions that stay open for long, and two readers who read all the time.
 *
 * @param administrator of a team in a database that nobody else uses
 */
export async function loadFeed(administrator: ConnectionData, load: FeedLoad): Promise<FeedFigures> {
  const [host] = administrator.hosts;
  if (host === undefined) throw new Error('There is no server.');
  const open = () => Link.open(administrator, host);
  const reading = await open();
  await reading.run('create table probe (id text primary key)');
  await reading.run(feedTrigger('probe', KIND, 'id'));
  await reading.run('alter table changes add column seq bigserial');

  const readers = [new SnapshotReader(reading), new SequenceReader(reading)];
  for (const reader of readers) await reader.read();
  let isWriting = true;
  const writing = Promise.all(
    Array.from({ length: load.writers }, (_, index) => write(open, index, load)),
  ).finally(() => {
    isWriting = false;
  });
  while (isWriting) for (const reader of readers) await reader.read();
  const ids = (await writing).flat();
  for (const reader of readers) await reader.read();
  await reading.close();
  const [snapshot, sequence] = readers.map(({ told }) => compare(ids, told));
  if (snapshot === undefined || sequence === undefined) throw new Error('A reader is missing.');
  return { committed: ids.length, snapshot, sequence };
}

function compare(committed: readonly string[], told: readonly string[]): Told {
  const [seen, written] = [new Set(told), new Set(committed)];
  return {
    missing: committed.filter((id) => !seen.has(id)).length,
    double: told.length - seen.size,
    untrue: [...seen].filter((id) => !written.has(id)).length,
  };
}

/** @returns the ids that were committed */
async function write(
  open: () => Promise<Link>,
  writer: number,
  { transactions, seed }: FeedLoad,
): Promise<string[]> {
  const link = await open();
  const random = randomFrom(seed * 1000 + writer);
  const committed: string[] = [];
  for (let n = 0; n < transactions; n += 1) {
    const id = `${writer}-${n}`;
    await link.run('begin');
    await link.run('insert into probe values ($1)', [id]);
    await link.run('savepoint inner_one');
    await link.run('insert into probe values ($1)', [`${id}-inner`]);
    const isInnerKept = random() < 0.5;
    if (!isInnerKept) await link.run('rollback to inner_one');
    if (random() < 0.2) await link.run('select pg_sleep($1)', [random() * LONGEST_PAUSE_S]);
    const isKept = random() < 0.8;
    await link.run(isKept ? 'commit' : 'rollback');
    if (isKept) committed.push(id, ...(isInnerKept ? [`${id}-inner`] : []));
  }
  await link.close();
  return committed;
}

class SnapshotReader {
  readonly told: string[] = [];
  readonly #link: Link;
  #cursor: FeedCursor | null = null;

  constructor(link: Link) {
    this.#link = link;
  }

  async read(): Promise<void> {
    const page = await changesSince(this.#link, this.#cursor);
    this.#cursor = page.cursor;
    if (page.kind === 'changes') this.told.push(...page.changes.map(({ id }) => id));
  }
}

class SequenceReader {
  readonly told: string[] = [];
  readonly #link: Link;
  #last = 0;

  constructor(link: Link) {
    this.#link = link;
  }

  async read(): Promise<void> {
    const rows = await this.#link.read(
      z.object({ seq: z.int(), id: z.string() }),
      'select seq, id from changes where kind = $1 and seq > $2 order by seq',
      [KIND, this.#last],
    );
    this.told.push(...rows.map(({ id }) => id));
    this.#last = rows.at(-1)?.seq ?? this.#last;
  }
}

/** Numbers from 0 to 1 that are the same for the same seed (a linear congruential generator). */
function randomFrom(seed: number): () => number {
  let state = seed % 2_147_483_647 || 1;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}
