import { workOrder } from '../../../core/queue/work-order.ts';
import { customerKeys, deviceKeys, SEARCH_KEY_VERSION, textKeys } from '../../../core/search-key.ts';
import { searchKey } from '../../../core/search-text.ts';
import { createRandom, type Random } from '../../../core/testkit/random.ts';
import { chainStart, linkHash } from '../../../core/ticket/audit-chain.ts';
import { takeApart } from '../../../core/ticket/kept-text.ts';
import { laneOf } from '../../../core/ticket/lane.ts';
import { prioritySchema } from '../../../core/ticket/schema.ts';
import { nextEvent } from '../../../core/ticket/timers.ts';
import type { PlaybookCatalog } from '../playbooks/playbook-catalog.ts';
import { type Connection, configure, connect } from '../store/sqlite/connection.ts';
import { openSqliteStore } from '../store/sqlite/open-sqlite-store.ts';
import { searchTables } from '../store/sqlite/search-tables.ts';
import { makeCustomer, makeModel, makeSerial } from './made-people.ts';
import { makeTicket } from './made-tickets.ts';

/** Of the tickets: storage note, 200k customers and 300k devices to a million. */
const customersPerTicket = 0.2;
const devicesPerTicket = 0.3;
/** Open ones are few, and each needs a device of its own. */
const openPerTicket = 0.02;

const ticketsPerTransaction = 20_000;
/** 2025-01-01 UTC; tickets follow one another from there. */
const firstTicketAt = 1_735_689_600_000;
/** Made notes hide nothing, so they need no random salt. */
const madeSalt = '00';
/** Note documents are the fifth kind of the search index; see migration 0003. */
const noteDocs = 5 * 2 ** 44;

export interface FillOrder {
  readonly file: string;
  readonly keyHex: string;
  readonly tickets: number;
  readonly seed: number;
  readonly playbooks: PlaybookCatalog;
  readonly onProgress: (done: number) => void;
}

/** Fills a new database with made records, the same for the same seed. */
export async function fillStore(order: FillOrder): Promise<void> {
  await (await openSqliteStore(order.file, order.keyHex)).close();
  const connection = await connect(order.file, order.keyHex, { mustExist: true });
  try {
    configure(connection);
    if (connection.prepare('select 1 from tickets limit 1').get() !== undefined)
      throw new Error('There are tickets in this database already.');
    // Made records can be made again, so their durability is not waited for.
    for (const pragma of [
      'synchronous = OFF',
      'wal_autocheckpoint = 1000',
      'cache_size = -400000',
      'foreign_keys = OFF',
    ])
      connection.pragma(pragma);
    withoutIndexTriggers(connection, () => new Filler(connection, order).run());
    connection.exec('analyze');
    connection.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    connection.close();
  }
  // What was made over a connection of its own is in no head yet.
  const store = await openSqliteStore(order.file, order.keyHex);
  await store.transact(async ({ evidence }) => evidence.acceptTrails());
  await store.close();
}

const isIndexTrigger = `name like '%search%' or name like 'feed%'`;

/**
 * The search index is made at the end, in one go: with a trigger for each record the full-text tables would write to the
 * disk a million times. Nobody waits for changes of made records.
 */
function withoutIndexTriggers(connection: Connection, fill: () => void): void {
  const triggers = connection
    .prepare(
      `select name, sql from sqlite_master where type = 'trigger' and (${isIndexTrigger}) order by name`,
    )
    .all() as { name: string; sql: string }[];
  for (const { name } of triggers) connection.exec(`drop trigger ${name}`);
  fill();
  connection.exec(`begin;
    insert into search_docs select ${2 ** 44} + rowid, id, trim(search_key || ' ' || notes_key), search_codes
      from customers;
    insert into search_docs select ${2 * 2 ** 44} + rowid, id, search_key, search_codes from devices;
    insert into search_docs select * from ticket_docs;`);
  for (const table of searchTables) connection.exec(`insert into ${table} (${table}) values ('rebuild')`);
  for (const { sql } of triggers) connection.exec(sql);
  connection.exec(`update search_keys set version = ${SEARCH_KEY_VERSION}`);
  connection.exec('commit');
}

class Filler {
  readonly #connection: Connection;
  readonly #order: FillOrder;
  readonly #random: Random;
  #noteCount = 0;
  #notes: { readonly recordId: string; readonly text: string }[] = [];

  constructor(connection: Connection, order: FillOrder) {
    this.#connection = connection;
    this.#order = order;
    this.#random = createRandom(order.seed);
  }

  run(): void {
    const customers = Math.max(1, Math.round(this.#order.tickets * customersPerTicket));
    const devices = Math.max(1, Math.round(this.#order.tickets * devicesPerTicket));
    const customerIds = this.#fillCustomers(customers);
    const madeDevices = this.#fillDevices(devices, customerIds);
    this.#fillTickets(madeDevices, customerIds);
    const sequence = this.#connection.prepare('update sequences set value = ? where name = ?');
    sequence.run([this.#order.tickets, 'ticket']);
    sequence.run([Math.max(customers, devices, this.#noteCount), 'search']);
  }

  #fillCustomers(count: number): string[] {
    const insert = this.#connection.prepare(
      `insert into customers (id, name, phones, emails, language, notes, search_key, search_codes, notes_key,
        version, created_at, updated_at) values (?, ?, ?, ?, null, ?, ?, ?, ?, 1, ?, ?)`,
    );
    return this.#inTransaction(() =>
      Array.from({ length: count }, (_, index) => {
        const id = this.#newId(firstTicketAt + index);
        const customer = makeCustomer(this.#random, index);
        const { words, codes } = customerKeys(customer);
        const { name, phones, emails, notes } = customer;
        const lists = [JSON.stringify(phones), JSON.stringify(emails)];
        const keys = [words, codes, searchKey(notes)];
        insert.run([id, name, ...lists, notes, ...keys, firstTicketAt, firstTicketAt]);
        return id;
      }),
    );
  }

  #fillDevices(count: number, customerIds: readonly string[]): { id: string; serial: string }[] {
    const insert = this.#connection.prepare(
      `insert into devices (id, serial, kind, model, vendor_family, customer_id, search_key, search_codes,
        version, created_at, updated_at) values (?, ?, 'recorder', ?, 'dahua', ?, ?, ?, 1, ?, ?)`,
    );
    return this.#inTransaction(() =>
      Array.from({ length: count }, (_, index) => {
        const id = this.#newId(firstTicketAt + index);
        const device = { serial: makeSerial(this.#random, index), model: makeModel(this.#random) };
        const { words, codes } = deviceKeys(device);
        const owner = customerIds[index % customerIds.length];
        insert.run([
          ...[id, device.serial, device.model, owner, words, codes],
          ...[firstTicketAt, firstTicketAt],
        ]);
        return { id, serial: device.serial };
      }),
    );
  }

  #fillTickets(devices: readonly { id: string; serial: string }[], customerIds: readonly string[]): void {
    const { tickets, onProgress } = this.#order;
    for (let from = 0; from < tickets; from += ticketsPerTransaction) {
      const to = Math.min(tickets, from + ticketsPerTransaction);
      this.#inTransaction(() => {
        for (let index = from; index < to; index += 1) this.#fillTicket(index, devices, customerIds);
        this.#fillNotes();
      });
      onProgress(to);
    }
  }

  #fillTicket(
    index: number,
    devices: readonly { id: string; serial: string }[],
    customerIds: readonly string[],
  ): void {
    const { tickets, playbooks } = this.#order;
    const playbook = playbooks.forNewTicket({});
    const isOpen = index >= tickets * (1 - openPerTicket);
    const place = index % devices.length;
    const device = devices[place];
    const customerId = customerIds[place % customerIds.length];
    if (device === undefined || customerId === undefined)
      throw new Error('A ticket needs a device and its owner.');
    const openedAt = firstTicketAt + index * 30_000;
    const { state, history } = makeTicket(this.#random, playbook, { customerId, device, isOpen, openedAt });
    const id = this.#newId(openedAt);
    const updatedAt = history.at(-1)?.at ?? openedAt;
    const next = nextEvent(state, playbook, updatedAt);
    const lane = laneOf(state, playbook, updatedAt);
    const { priority, request } = state;
    const codeValidUntil = request?.codeValidUntil ?? null;
    this.#statements.ticket.run([
      ...[id, index + 1, state.playbookId, state.status, lane, state.stepId, state.outcome],
      ...[customerId, device.id, next?.at ?? null, next?.kind ?? null, state.assignee],
      workOrder({ lane, nextEvent: next, codeValidUntil, priority, changedAt: updatedAt }, updatedAt),
      ...[prioritySchema.options.indexOf(priority), JSON.stringify(state.tags), state.failureReason],
      ...[state.status === 'closed' ? updatedAt : null, JSON.stringify(state)],
      ...[openedAt, updatedAt],
    ]);
    for (const tag of state.tags) this.#statements.tag.run([tag, id]);
    this.#fillEvents(id, history, state.assignee ?? 'Ada');
  }

  #fillEvents(ticketId: string, history: ReturnType<typeof makeTicket>['history'], actor: string): void {
    let hash = chainStart;
    for (const [index, { event, at }] of history.entries()) {
      const { eventJson, textJson } = takeApart(event, madeSalt);
      const link = { trailId: ticketId, sequence: index + 1, at, actor, eventJson };
      hash = linkHash(hash, link);
      this.#statements.event.run([ticketId, link.sequence, at, actor, eventJson, hash]);
      if (textJson !== null) this.#statements.text.run([ticketId, link.sequence, textJson]);
      if (event.type !== 'noteAdded' || event.text === null) continue;
      this.#notes.push({ recordId: `${ticketId}:${link.sequence}`, text: event.text });
    }
  }

  /** After their tickets: the full-text tables write to the disk whenever a document's number is not the next one. */
  #fillNotes(): void {
    for (const { recordId, text } of this.#notes) {
      const { words, codes } = textKeys(text);
      this.#noteCount += 1;
      // As a whole number: the addon binds large numbers as fractions.
      const doc = BigInt(noteDocs) + BigInt(this.#noteCount);
      this.#statements.note.run([doc, recordId, words, codes]);
    }
    this.#notes = [];
  }

  get #statements() {
    this.#prepared ??= prepare(this.#connection);
    return this.#prepared;
  }
  #prepared: ReturnType<typeof prepare> | null = null;

  #inTransaction<Result>(work: () => Result): Result {
    this.#connection.exec('begin');
    const result = work();
    this.#connection.exec('commit');
    return result;
  }

  /** A UUIDv7 of that time; its random part comes from the seed. */
  #newId(at: number): string {
    const hex = (digits: number) =>
      Array.from({ length: digits }, () => this.#random.integer(0, 15).toString(16)).join('');
    const time = at.toString(16).padStart(12, '0');
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`;
  }
}

function prepare(connection: Connection) {
  return {
    ticket: connection.prepare(
      `insert into tickets (id, number, playbook_id, status, lane, step_id, outcome, customer_id, device_id,
        next_event_at, next_event_kind, assignee, work_order, priority, tags, failure_reason, closed_at, state,
        version, created_at, updated_at)
       values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?)`,
    ),
    tag: connection.prepare('insert into ticket_tags (tag, ticket_id) values (?, ?)'),
    event: connection.prepare('insert into ticket_events values (?, ?, ?, ?, ?, ?)'),
    text: connection.prepare('insert into event_texts values (?, ?, ?)'),
    note: connection.prepare('insert into search_docs values (?, ?, ?, ?)'),
  };
}
