import {
  emptySketch,
  type TailChange,
  type TrailSketch,
  withChanges,
} from '../../../../core/evidence/trail-sketch.ts';
import { deskTrailRecordId, type TrailTail } from '../../../../core/evidence/trail-tail.ts';
import type { Connection } from './connection.ts';

/** The end of every trail. A ticket that is gone while its trail is there has no number. */
const allTails = [
  `select 'ticket' as kind, e.ticket_id as id, coalesce(t.number, 0) as number, max(e.sequence) as sequence, e.hash
   from ticket_events e left join tickets t on t.id = e.ticket_id group by e.ticket_id`,
  `select kind, record_id as id, 0 as number, max(sequence) as sequence, hash from record_log group by kind, record_id`,
  `select 'desk' as kind, '${deskTrailRecordId}' as id, 0 as number, sequence, hash from desk_log
   order by sequence desc limit 1`,
] as const;

/** Reads the end of every trail, one by one. */
export function* tailsOf(connection: Connection): Generator<TrailTail> {
  for (const statement of allTails) yield* connection.prepare(statement).iterate() as Iterable<TrailTail>;
}

/** A sketch of the trails as they are. Reads all of them: seconds for a million tickets. */
export function sketchTrails(connection: Connection): TrailSketch {
  return withChanges(emptySketch(), added(tailsOf(connection)));
}

function* added(tails: Iterable<TrailTail>): Generator<TailChange> {
  for (const tail of tails) yield { tail, by: 1 };
}

const noteTail = 'resetdesk_note_tail';

/** By the name of its table: how a row of a trail names what it belongs to. */
const trailTables = {
  ticket_events: {
    same: 'ticket_id = $row.ticket_id',
    name: `'ticket', $row.ticket_id, (select number from tickets where id = $row.ticket_id)`,
  },
  record_log: {
    same: 'kind = $row.kind and record_id = $row.record_id',
    name: '$row.kind, $row.record_id, 0',
  },
  desk_log: { same: 'true', name: `'desk', '${deskTrailRecordId}', 0` },
} as const;

/**
 * Tells every change of a trail's end that is made over this connection, whichever statement makes it. The triggers are
 * this connection's own: whoever else opens the file has none of them.
 */
export function watchTails(connection: Connection, onChange: (change: TailChange) => void): void {
  connection.function(noteTail, (by, kind, id, number, sequence, hash) => {
    const tail = { kind, id, number, sequence, hash } as TrailTail;
    onChange({ tail, by: by === 1 ? 1 : -1 });
    return null;
  });
  for (const [table, { same, name }] of Object.entries(trailTables)) {
    const of = (row: 'new' | 'old') => ({
      same: same.replaceAll('$row', row),
      name: name.replaceAll('$row', row),
    });
    connection.exec(`create temp trigger ${table}_tail_added after insert on main.${table} begin
      select ${noteTail}(-1, ${of('new').name}, sequence, hash) from ${table}
        where ${of('new').same} and sequence = new.sequence - 1;
      select ${noteTail}(1, ${of('new').name}, new.sequence, new.hash);
    end`);
    // Made-up records take their trails along, entry by entry in any order from an end.
    connection.exec(`create temp trigger ${table}_tail_gone after delete on main.${table}
      when not exists (select 1 from ${table} where ${of('old').same} and sequence = old.sequence + 1) begin
      select ${noteTail}(-1, ${of('old').name}, old.sequence, old.hash);
      select ${noteTail}(1, ${of('old').name}, sequence, hash) from ${table}
        where ${of('old').same} and sequence = old.sequence - 1;
    end`);
  }
}
