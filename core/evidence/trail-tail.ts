import * as z from 'zod';
import { recordKindSchema } from '../records/record-entry.ts';
import { idSchema } from '../values.ts';

/** Whose trail it is; `desk` is the desk's log. */
export const trailKindSchema = z.enum(['ticket', ...recordKindSchema.options, 'desk']);
export type TrailKind = z.infer<typeof trailKindSchema>;

/** Stands for the one trail that belongs to no record. */
export const deskTrailRecordId = '00000000-0000-0000-0000-000000000000';

/** The end of one trail. As each entry's hash covers those before it, this says what the whole trail is. */
export interface TrailTail {
  readonly kind: TrailKind;
  /** UUID of the record, {@link deskTrailRecordId} for the desk's log. */
  readonly id: string;
  /** Of a ticket; 0 for other records, and for a trail whose ticket is gone. */
  readonly number: number;
  /** Of the last entry, so also how many entries there are. */
  readonly sequence: number;
  /** Of the last entry, hex; its first 32 digits count. */
  readonly hash: string;
}

/**
 * What happened to a trail outside of the program.
 *
 * - `gone`: it was there and is not any more
 * - `appeared`: nobody knows of it
 * - `shortened`: entries at its end are missing, or fewer are there
 * - `lengthened`: there are entries more than were written
 * - `rewritten`: as many entries, but not the same
 */
export const forgerySchema = z.enum(['gone', 'appeared', 'shortened', 'lengthened', 'rewritten']);
export type Forgery = z.infer<typeof forgerySchema>;

/** A trail that is not what it was, named without a person's data. */
export const forgedTrailSchema = z.strictObject({
  kind: trailKindSchema,
  id: idSchema,
  /** Of a ticket; null for others. */
  number: z.int().positive().nullable(),
  what: forgerySchema,
});
export type ForgedTrail = z.infer<typeof forgedTrailSchema>;

/**
 * What happened to the trails whose ends differ.
 *
 * @param known ends as they should be, of those that are not found so
 * @param found ends as they are, of those that are not known so
 */
export function nameForgeries(known: readonly TrailTail[], found: readonly TrailTail[]): ForgedTrail[] {
  const nameOf = ({ kind, id }: TrailTail) => `${kind}:${id}`;
  const foundBy = new Map(found.map((tail) => [nameOf(tail), tail]));
  const knownNames = new Set(known.map(nameOf));
  const changed = known.map((tail) => forged(tail, comparisonOf(tail, foundBy.get(nameOf(tail)))));
  const unknown = found.filter((tail) => !knownNames.has(nameOf(tail)));
  return [...changed, ...unknown.map((tail) => forged(tail, 'appeared'))];
}

function comparisonOf(known: TrailTail, found: TrailTail | undefined): Forgery {
  if (found === undefined) return 'gone';
  if (found.sequence < known.sequence) return 'shortened';
  return found.sequence > known.sequence ? 'lengthened' : 'rewritten';
}

function forged({ kind, id, number }: TrailTail, what: Forgery): ForgedTrail {
  return { kind, id, number: number === 0 ? null : number, what };
}
