import type { HeadFacts, RecordsHead } from '../../../../core/evidence/records-head.ts';
import { differenceOf, isSameSketch, rootText } from '../../../../core/evidence/trail-sketch.ts';
import { type ForgedTrail, nameForgeries } from '../../../../core/evidence/trail-tail.ts';
import { findForgedSince } from './backup-comparison.ts';
import type { Connection } from './connection.ts';
import { headFileOf, readHeadNote } from './head-file.ts';
import { canKeepHead, readHeadRow } from './head-row.ts';
import { sketchTrails } from './trail-tails.ts';

/** More would not help anybody: the records were changed on a large scale. */
const NAMED_AT_MOST = 20;

/** Two heads that still differ then do not belong together. */
const READS_AT_MOST = 10;

export interface EvidenceCheck {
  readonly forged: readonly ForgedTrail[];
  /** There are more than could be named. */
  readonly isMoreForged: boolean;
  /** So many entries fewer than were written: an older copy is in the place of the records. */
  readonly missingEntries: number;
}

export const noForgery = { forged: [], isMoreForged: false, missingEntries: 0 } satisfies EvidenceCheck;

export function isWellKept({ forged, isMoreForged, missingEntries }: EvidenceCheck): boolean {
  return forged.length === 0 && !isMoreForged && missingEntries === 0;
}

/**
 * Compares all trails with the head in the database, the head beside it and the trails in the backups. Reads the end of every
 * trail, in one transaction, so that others can write meanwhile.
 */
export async function checkEvidence(
  connection: Connection,
  file: string,
  keyHex: string,
): Promise<EvidenceCheck> {
  if (!canKeepHead(connection)) return noForgery;
  const heads = beginWithHeads(connection, file, keyHex);
  try {
    const found = sketchTrails(connection);
    const forged: ForgedTrail[] = [];
    let isMore = false;
    for (const { sketch } of heads) {
      if (isSameSketch(sketch, found)) continue;
      const { onlyInOne, onlyInOther, isComplete } = differenceOf(sketch, found);
      forged.push(...nameForgeries(onlyInOne, onlyInOther));
      isMore ||= !isComplete;
    }
    forged.push(...(await findForgedSince(connection, file, keyHex)));
    const unique = onceEach(forged);
    return {
      forged: unique.slice(0, NAMED_AT_MOST),
      isMoreForged: isMore || unique.length > NAMED_AT_MOST,
      missingEntries: missingIn(heads),
    };
  } finally {
    connection.exec('rollback');
  }
}

/** The head in the database knows of fewer than the one beside it: the file is a copy of an earlier time. */
function missingIn([inside, beside]: readonly RecordsHead[]): number {
  if (inside === undefined || beside === undefined) return 0;
  return Math.max(0, beside.sketch.entries - inside.sketch.entries);
}

/** For exports: what a later look at the records can be compared with. Null for a form that has no head. */
export function headFacts(connection: Connection): HeadFacts | null {
  const head = canKeepHead(connection) ? readHeadRow(connection) : null;
  if (head === null) return null;
  const { trails, entries } = head.sketch;
  return { serial: head.serial, trails, entries, root: rootText(head.sketch) };
}

/**
 * Begins a transaction and reads the head in the database and what the file beside it says of the same moment. Others write
 * meanwhile: where the file has gone on by more than the one change that it tells of, both are read anew.
 */
function beginWithHeads(connection: Connection, file: string, keyHex: string): RecordsHead[] {
  for (let read = 1; ; read += 1) {
    connection.exec('begin');
    try {
      const inside = readHeadRow(connection);
      const note = readHeadNote(headFileOf(file), keyHex);
      if (typeof note === 'string') return inside === null ? [] : [inside];
      // A change that is being written is in `next` only; this transaction may have begun before or after it.
      const beside = [note.current, note.next].find(({ serial }) => serial === inside?.serial);
      if (inside === null) return [note.next];
      if (beside !== undefined || read === READS_AT_MOST) return [inside, beside ?? note.next];
    } catch (error) {
      connection.exec('rollback');
      throw error;
    }
    connection.exec('rollback');
  }
}

function onceEach(trails: readonly ForgedTrail[]): ForgedTrail[] {
  const byName = new Map<string, ForgedTrail>();
  for (const trail of trails) {
    const name = `${trail.kind}:${trail.id}`;
    const before = byName.get(name);
    if (before === undefined || before.number === null) byName.set(name, trail);
  }
  return [...byName.values()];
}
