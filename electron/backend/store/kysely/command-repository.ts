import * as z from 'zod';
import { recordKindSchema } from '../../../../core/records/record-entry.ts';
import { idSchema } from '../../../../core/values.ts';
import type { CommandPart, CommandRecord, CommandRepository } from '../ports/commands.ts';
import type { Db } from './tables.ts';

const columns = ['id', 'name', 'actor', 'at', 'parts', 'run_id as runId', 'undone_seq'] as const;

const partsSchema = z.array(
  z.discriminatedUnion('of', [
    z.strictObject({
      of: z.enum(['ticket', ...recordKindSchema.options]),
      id: idSchema,
      fromSequence: z.int(),
      toSequence: z.int(),
    }),
    z.strictObject({
      of: z.literal('scans'),
      ids: z.array(idSchema),
      fromTicketId: idSchema,
      toTicketId: idSchema,
    }),
  ]),
);

export class KyselyCommandRepository implements CommandRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async insert(
    { parts, runId, ...command }: Omit<CommandRecord, 'isUndone'>,
    keepSince: number,
  ): Promise<void> {
    await this.#db.deleteFrom('done_commands').where('at', '<', keepSince).execute();
    await this.#db
      .insertInto('done_commands')
      .values({
        ...command,
        parts: JSON.stringify(parts),
        run_id: runId,
        done_seq: await this.#nextOf(command.actor),
        undone_seq: null,
      })
      .execute();
  }

  async find(id: string): Promise<CommandRecord | null> {
    const query = this.#db.selectFrom('done_commands').select(columns).where('id', '=', id);
    return recordOf(await query.executeTakeFirst());
  }

  async listOfRun(runId: string): Promise<CommandRecord[]> {
    const query = this.#db.selectFrom('done_commands').select(columns).where('run_id', '=', runId);
    return (await query.orderBy('done_seq').execute()).map(commandOf);
  }

  async findLastDone(actor: string, since: number): Promise<CommandRecord | null> {
    const query = this.#ofActor(actor, since).where('undone_seq', 'is', null).orderBy('done_seq', 'desc');
    return recordOf(await query.limit(1).executeTakeFirst());
  }

  async findLastUndone(actor: string, since: number): Promise<CommandRecord | null> {
    const newest = this.#db
      .selectFrom('done_commands')
      .select((eb) => eb.fn.max('done_seq').as('newest'))
      .where('actor', '=', actor);
    const query = this.#ofActor(actor, since).where('undone_seq', '>', newest).orderBy('undone_seq', 'desc');
    return recordOf(await query.limit(1).executeTakeFirst());
  }

  async extend(id: string, parts: readonly CommandPart[], at: number): Promise<void> {
    const change = { parts: JSON.stringify(parts), at };
    await this.#db.updateTable('done_commands').set(change).where('id', '=', id).execute();
  }

  async markUndone({ id, actor }: CommandRecord, isUndone: boolean): Promise<void> {
    const undone_seq = isUndone ? await this.#nextOf(actor) : null;
    await this.#db.updateTable('done_commands').set({ undone_seq }).where('id', '=', id).execute();
  }

  /** An agent's doing and undoing is counted together, and nobody else's with it. */
  async #nextOf(actor: string): Promise<number> {
    const newest = (column: 'done_seq' | 'undone_seq') =>
      this.#db
        .selectFrom('done_commands')
        .select(column)
        .where('actor', '=', actor)
        .where(column, 'is not', null)
        .orderBy(column, 'desc')
        .limit(1)
        .executeTakeFirst();
    const done = (await newest('done_seq'))?.done_seq ?? 0;
    const undone = (await newest('undone_seq'))?.undone_seq ?? 0;
    return Math.max(done, undone) + 1;
  }

  #ofActor(actor: string, since: number) {
    return this.#db
      .selectFrom('done_commands')
      .select(columns)
      .where('actor', '=', actor)
      .where('at', '>=', since);
  }
}

type Row = {
  id: string;
  name: string;
  actor: string;
  at: number;
  parts: string;
  runId: string | null;
  undone_seq: number | null;
};

function recordOf(row: Row | undefined): CommandRecord | null {
  return row === undefined ? null : commandOf(row);
}

function commandOf({ undone_seq, parts, ...command }: Row): CommandRecord {
  return { ...command, parts: partsSchema.parse(JSON.parse(parts)), isUndone: undone_seq !== null };
}
