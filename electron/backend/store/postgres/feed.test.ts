import { afterAll, beforeAll, expect, it } from 'vitest';
import { SET_UP_MS, TestCluster } from '../../testing/postgres/cluster.ts';
import { describeOnPostgres } from '../../testing/postgres/describe-on-postgres.ts';
import { loadFeed } from '../../testing/postgres/feed-load.ts';
import { inviteTo, makeTeam } from '../../testing/postgres/test-team.ts';
import { revoke } from './admin/revoke.ts';
import type { ConnectionData } from './connection-data.ts';
import { changesSince, type FeedCursor } from './feed.ts';
import { Link } from './link.ts';

describeOnPostgres('the feed', () => {
  let cluster: TestCluster;
  let administrator: ConnectionData;
  let reader: Link;

  beforeAll(async () => {
    cluster = await TestCluster.create();
    administrator = await makeTeam(cluster, 'desk');
    reader = await Link.open(await inviteTo(administrator, 'ana'), cluster.host);
  }, SET_UP_MS);
  afterAll(async () => {
    await reader.close();
    await cluster.remove();
  });

  it('tells an agent each change once, and nothing to who has seen it', async () => {
    const { cursor } = await changesSince(reader, null);
    await inviteTo(administrator, 'ben');
    const page = await changesSince(reader, cursor);
    expect(page).toMatchObject({ kind: 'changes', changes: [{ kind: 'member', id: 'ben' }] });
    expect(await changesSince(reader, page.cursor)).toMatchObject({ kind: 'changes', changes: [] });
    await revoke(administrator, 'ben');
    expect(await changesSince(reader, page.cursor)).toMatchObject({
      changes: [{ kind: 'member', id: 'ben' }],
    });
  });

  it('has a reader begin anew who comes from another history', async () => {
    const { cursor } = await changesSince(reader, null);
    const others: FeedCursor[] = [
      { ...cursor, timeline: cursor.timeline + 1 },
      { ...cursor, system: '1' },
      // An earlier picture of the same disk has not come so far yet.
      { ...cursor, snapshot: '4000000000:4000000000:' },
    ];
    for (const other of others)
      expect(await changesSince(reader, other)).toMatchObject({
        kind: 'anew',
        cursor: { system: cursor.system },
      });
  });

  it('has a reader begin anew after the database was restored in place, in the same cluster', async () => {
    const { cursor } = await changesSince(reader, null);
    const admin = await Link.open(administrator, cluster.host);
    // As `pg_restore --clean` does: a table of the same name, with rows of the former numbers.
    await admin.run(`create table resetdesk.copy (like changes including all);
      insert into resetdesk.copy select * from changes;
      drop table changes;
      alter table resetdesk.copy rename to changes;
      grant select on changes to desk_agent`);
    await admin.close();
    expect((await changesSince(reader, cursor)).kind).toBe('anew');
  });

  it('loses nothing and tells nothing twice, where a reader by rising numbers does', async () => {
    const load = { writers: 8, transactions: 40, seed: 1 };
    const figures = await loadFeed(await makeTeam(cluster, 'load'), load);
    expect(figures.committed).toBeGreaterThan(load.writers * load.transactions * 0.8);
    expect(figures.snapshot).toEqual({ missing: 0, double: 0, untrue: 0 });
    expect(figures.sequence.missing).toBeGreaterThan(0);
  });
});
