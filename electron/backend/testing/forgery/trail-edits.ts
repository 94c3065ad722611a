import type { Random } from '../../../../core/testkit/random.ts';
import { chainStart, linkHash } from '../../../../core/ticket/audit-chain.ts';
import { takeApart } from '../../../../core/ticket/kept-text.ts';
import type { Connection } from '../../store/sqlite/connection.ts';

/** What a forger does to one ticket, or to the desk's log. Chains are right again afterwards. */
export const editNames = [
  'rewriteNote',
  'signAsAnother',
  'deleteTicket',
  'dropLastEvent',
  'dropMiddleEvent',
  'insertEvent',
  'swapEvents',
  'inventTicket',
  'deleteDeskLog',
  'deleteCustomerLog',
] as const;
export type EditName = (typeof editNames)[number];

export interface Target {
  readonly ticketId: string;
  readonly number: number;
  readonly customerId: string;
}

interface Row {
  readonly sequence: number;
  readonly at: number;
  readonly actor: string;
  readonly event: string;
}

const protections = `select name, sql from sqlite_master where type = 'trigger' and sql like '%append-only%'`;

/** Does it over a connection that has the key; a database that lacks the target stays as it is. */
export function forge(connection: Connection, name: EditName, target: Target, random: Random): void {
  connection.pragma('foreign_keys = OFF');
  const triggers = connection.prepare(protections).all() as { name: string; sql: string }[];
  for (const trigger of triggers) connection.exec(`drop trigger ${trigger.name}`);
  edits[name](connection, target, random);
  for (const trigger of triggers) connection.exec(trigger.sql);
}

const edits: Readonly<Record<EditName, (connection: Connection, target: Target, random: Random) => void>> = {
  rewriteNote(connection, { ticketId }) {
    const note = { type: 'noteAdded', text: 'The owner has agreed.' } as const;
    const { eventJson, textJson } = takeApart(note, 'ab');
    changeTrail(connection, ticketId, (rows) =>
      rows.map((row) => {
        if (!row.event.startsWith('{"type":"noteAdded"')) return row;
        connection
          .prepare('update event_texts set content = ? where ticket_id = ? and sequence = ?')
          .run([textJson, ticketId, row.sequence]);
        return { ...row, event: eventJson };
      }),
    );
  },
  signAsAnother: (connection, { ticketId }, random) =>
    changeTrail(connection, ticketId, (rows) => {
      const changed = random.integer(0, rows.length - 1);
      return rows.map((row, index) => (index === changed ? { ...row, actor: 'Somebody else' } : row));
    }),
  deleteTicket(connection, { ticketId }) {
    for (const table of ['event_texts', 'ticket_events', 'scans', 'ticket_tags', 'ticket_alarms'])
      connection.prepare(`delete from ${table} where ticket_id = ?`).run([ticketId]);
    connection.prepare('delete from tickets where id = ?').run([ticketId]);
  },
  dropLastEvent: (connection, { ticketId }) => changeTrail(connection, ticketId, (rows) => rows.slice(0, -1)),
  dropMiddleEvent: (connection, { ticketId }) =>
    changeTrail(connection, ticketId, (rows) => rows.toSpliced(1, 1)),
  insertEvent: (connection, { ticketId }) =>
    changeTrail(connection, ticketId, (rows) =>
      rows.toSpliced(
        1,
        0,
        ...rows.slice(0, 1).map((row) => ({ ...row, event: '{"type":"ticketReopened"}' })),
      ),
    ),
  swapEvents: (connection, { ticketId }) =>
    changeTrail(connection, ticketId, ([first, second, third, ...rest]) =>
      [first, third, second, ...rest].filter((row) => row !== undefined),
    ),
  inventTicket(connection, { ticketId }) {
    const id = '0190a0a0-0000-7000-8000-0000000000ff';
    const columns = (connection.pragma('table_xinfo(tickets)') as { name: string; hidden: number }[])
      .filter(({ name, hidden }) => hidden === 0 && name !== 'id' && name !== 'number')
      .map(({ name }) => name);
    connection
      .prepare(
        `insert into tickets (id, number, ${columns}) select ?, 9000, ${columns} from tickets where id = ?`,
      )
      .run([id, ticketId]);
    connection
      .prepare(
        `insert into ticket_events select ?, sequence, at, actor, event, hash from ticket_events
         where ticket_id = ? and sequence = 1`,
      )
      .run([id, ticketId]);
    changeTrail(connection, id, (rows) => rows);
  },
  deleteDeskLog: (connection) => void connection.prepare('delete from desk_log').run(),
  deleteCustomerLog(connection, { customerId }) {
    for (const table of ['record_details', 'record_log'])
      connection.prepare(`delete from ${table} where record_id = ?`).run([customerId]);
  },
};

/** Writes a trail anew, numbered without gaps and with a chain that is right. */
function changeTrail(
  connection: Connection,
  ticketId: string,
  change: (rows: readonly Row[]) => readonly Row[],
): void {
  const rows = connection
    .prepare('select sequence, at, actor, event from ticket_events where ticket_id = ? order by sequence')
    .all([ticketId]) as Row[];
  const insert = connection.prepare('insert into ticket_events values (?, ?, ?, ?, ?, ?)');
  const changed = change(rows);
  const texts = connection
    .prepare('select sequence, content from event_texts where ticket_id = ?')
    .all([ticketId]) as { sequence: number; content: string }[];
  connection.prepare('delete from ticket_events where ticket_id = ?').run([ticketId]);
  connection.prepare('delete from event_texts where ticket_id = ?').run([ticketId]);
  let hash = chainStart;
  for (const [index, { sequence: former, at, actor, event: eventJson }] of changed.entries()) {
    const sequence = index + 1;
    hash = linkHash(hash, { trailId: ticketId, sequence, at, actor, eventJson });
    insert.run([ticketId, sequence, at, actor, eventJson, hash]);
    const text = texts.find((one) => one.sequence === former);
    if (text !== undefined && eventJson.includes('"textDigest":"'))
      connection.prepare('insert into event_texts values (?, ?, ?)').run([ticketId, sequence, text.content]);
  }
}
