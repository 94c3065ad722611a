import {
  closeSync,
  fsyncSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connect } from '../store/sqlite/connection.ts';
import { type Figure, measure } from './store-figures.ts';

/** The most that they bear within a minute or two. */
const jsonTickets = 20_000;
const plainTickets = 200_000;

interface Row {
  id: string;
  number: number;
  lane: string;
  name: string;
  phone: string;
  serial: string;
  updated_at: number;
}

/** Two simpler ways to keep the same rows: one JSON file, and tables without an index that are searched with LIKE. */
export async function benchOthers(file: string, keyHex: string): Promise<Figure[]> {
  const rows = await readRows(file, keyHex, plainTickets);
  const folder = mkdtempSync(join(tmpdir(), 'resetdesk-bench-'));
  try {
    return [
      ...(await benchJson(rows.slice(0, jsonTickets), join(folder, 'records.json'))),
      ...(await benchPlain(rows, join(folder, 'plain.db'))),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function readRows(file: string, keyHex: string, limit: number): Promise<Row[]> {
  const connection = await connect(file, keyHex, { mustExist: true });
  const rows = connection
    .prepare(
      `select t.id, t.number, t.lane, c.name, json_extract(c.phones, '$[0]') as phone, d.serial, t.updated_at
       from tickets t join customers c on c.id = t.customer_id join devices d on d.id = t.device_id
       order by t.number limit ?`,
    )
    .all([limit]) as Row[];
  connection.close();
  return rows;
}

/** As electron-store does it: everything in memory, the whole file written anew and moved into place for each change. */
async function benchJson(rows: readonly Row[], file: string): Promise<Figure[]> {
  const store = `One JSON file, ${rows.length} tickets`;
  const records = { rows: [...rows] };
  const save = () => {
    writeFileSync(`${file}.new`, JSON.stringify(records, null, '\t'));
    const handle = openSync(`${file}.new`, 'r');
    fsyncSync(handle);
    closeSync(handle);
    renameSync(`${file}.new`, file);
  };
  save();
  return [
    await measure(store, 'open and first list', null, 5, () =>
      newest(JSON.parse(readFileSync(file, 'utf8')).rows),
    ),
    await measure(store, 'list, newest 50 of the closed', null, 20, () => newest(records.rows)),
    await measure(store, 'search, five inside a serial', null, 20, (round) => {
      const part = records.rows[round * 7]?.serial.slice(8, 13) ?? '';
      return records.rows.filter(({ serial }) => serial.includes(part)).slice(0, 5);
    }),
    await measure(store, 'change a ticket, durable', null, 5, (round) => {
      const row = records.rows[round];
      if (row !== undefined) row.updated_at += 1;
      save();
    }),
  ];
}

function newest(rows: readonly Row[]): Row[] {
  return rows
    .filter(({ lane }) => lane === 'closed')
    .sort((a, b) => b.updated_at - a.updated_at)
    .slice(0, 50);
}

async function benchPlain(rows: readonly Row[], file: string): Promise<Figure[]> {
  const store = `Plain SQLite, LIKE, ${rows.length} tickets`;
  const { default: BetterSqlite } = await import('better-sqlite3-multiple-ciphers');
  const connection = new BetterSqlite(file);
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.exec(
    'create table tickets (id text primary key, number, lane, name, phone, serial, updated_at); begin',
  );
  const insert = connection.prepare('insert into tickets values (?, ?, ?, ?, ?, ?, ?)');
  for (const row of rows) insert.run(Object.values(row));
  connection.exec('commit');
  const list = connection.prepare(
    `select * from tickets where lane = 'closed' order by updated_at desc limit 50`,
  );
  const find = connection.prepare(
    'select * from tickets where name like ? or phone like ? or serial like ? or number like ? limit 5',
  );
  const change = connection.prepare('update tickets set updated_at = updated_at + 1 where id = ?');
  const search = (round: number, part: (row: Row) => string) => {
    const row = rows[(round * 997) % rows.length];
    const pattern = `%${row === undefined ? '' : part(row)}%`;
    return find.all([pattern, pattern, pattern, pattern]);
  };
  const figures = [
    await measure(store, 'list, newest 50 of the closed', null, 20, () => list.all()),
    await measure(store, 'search, five inside a serial', null, 20, (round) =>
      search(round, (row) => row.serial.slice(8, 13)),
    ),
    await measure(store, 'search, last five of a phone', null, 20, (round) =>
      search(round, (row) => row.phone.slice(-5)),
    ),
    await measure(store, 'change a ticket, durable', null, 50, (round) => change.run([rows[round]?.id])),
  ];
  connection.close();
  return figures;
}
