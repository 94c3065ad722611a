import { afterAll, beforeAll, expect, it } from 'vitest';
import { SET_UP_MS, TestCluster } from '../../testing/postgres/cluster.ts';
import { describeOnPostgres } from '../../testing/postgres/describe-on-postgres.ts';
import type { ConnectionData } from './connection-data.ts';
import type { Lineage } from './lineage.ts';
import { openListener } from './listener.ts';
import { openWritable } from './open-writable.ts';

describeOnPostgres('a standby that is promoted', () => {
  let primary: TestCluster;
  let standby: TestCluster;
  let data: ConnectionData;

  beforeAll(async () => {
    primary = await TestCluster.create();
    standby = await primary.createStandby();
    // The standby is asked first, so that being first decides nothing.
    data = { ...primary.dataFor('postgres'), hosts: [standby.host, primary.host] };
  }, SET_UP_MS);
  afterAll(() => Promise.all([primary.remove(), standby.remove()]));

  async function whereTo(known: Lineage | null): Promise<{ port: number; lineage: Lineage }> {
    const { link, lineage } = await openWritable(data, known);
    await link.close();
    return { port: link.host.port, lineage };
  }

  it('is found, and its former primary that comes back is left alone', async () => {
    const before = await whereTo(null);
    expect(before.port).toBe(primary.host.port);
    const onlyStandby = { ...data, hosts: [standby.host] };
    await expect(openWritable(onlyStandby, null)).rejects.toMatchObject({
      findings: [{ point: 'writable' }],
    });

    const listener = await openListener(data, { known: before.lineage, onHint: () => undefined });
    await primary.kill();
    await listener.link.lost;
    await listener.close();
    standby.promote();
    const after = await whereTo(before.lineage);
    expect(after.port).toBe(standby.host.port);
    expect(after.lineage).toEqual({ system: before.lineage.system, timeline: before.lineage.timeline + 1 });

    await primary.start();
    // Both can be written to now.
    expect((await whereTo(null)).port).toBe(standby.host.port);
    await standby.stop();
    await expect(openWritable(data, after.lineage)).rejects.toMatchObject({
      findings: [{ point: 'writable', seen: expect.stringContaining('was the primary once') }],
    });
    // Whoever has never met the promoted one can not know.
    expect((await whereTo(null)).port).toBe(primary.host.port);
  });
});
