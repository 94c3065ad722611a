import { type Playbook, playbookSchema } from '../../../../core/playbook/schema.ts';
import type { PlaybookRef } from '../../../../core/ticket/replay.ts';
import type { PlaybookRepository, ProcedureDecision } from '../ports/desk.ts';
import type { Db } from './tables.ts';

export class KyselyPlaybookRepository implements PlaybookRepository {
  readonly #db: Db;

  constructor(db: Db) {
    this.#db = db;
  }

  async keep(playbook: Playbook, at: number): Promise<void> {
    const { id, version } = playbook;
    await this.#db
      .insertInto('playbooks')
      .values({ id, version, content: JSON.stringify(playbook), first_used_at: at })
      .onConflict((conflict) => conflict.columns(['id', 'version']).doNothing())
      .execute();
  }

  async find({ id, version }: PlaybookRef): Promise<Playbook | null> {
    const row = await this.#db
      .selectFrom('playbooks')
      .select('content')
      .where('id', '=', id)
      .where('version', '=', version)
      .executeTakeFirst();
    return row === undefined ? null : playbookSchema.parse(JSON.parse(row.content));
  }

  async list(): Promise<Playbook[]> {
    const rows = await this.#db
      .selectFrom('playbooks')
      .select('content')
      .orderBy('id')
      .orderBy('version')
      .execute();
    return rows.map(({ content }) => playbookSchema.parse(JSON.parse(content)));
  }

  async listDecisions(): Promise<ReadonlyMap<string, ProcedureDecision>> {
    const rows = await this.#db.selectFrom('procedure_decisions').select(['digest', 'decision']).execute();
    return new Map(
      rows.map(({ digest, decision }) => [digest, decision === 'approved' ? 'approved' : 'refused']),
    );
  }

  async putDecision(digest: string, decision: ProcedureDecision, at: number, actor: string): Promise<void> {
    const row = { decision, decided_at: at, actor };
    await this.#db
      .insertInto('procedure_decisions')
      .values({ digest, ...row })
      .onConflict((conflict) => conflict.column('digest').doUpdateSet(row))
      .execute();
  }
}
