import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as z from 'zod';
import { SET_UP_MS, TestCluster } from '../../testing/postgres/cluster.ts';
import { describeOnPostgres } from '../../testing/postgres/describe-on-postgres.ts';
import { onPrimary } from './admin/on-primary.ts';
import { revoke } from './admin/revoke.ts';
import type { ConnectionData } from './connection-data.ts';
import { TeamStoreError } from './finding.ts';
import type { Lineage } from './lineage.ts';
import { openListener } from './listener.ts';
import { openWritable, type WritableLink } from './open-writable.ts';

const WRITERS = 4;
/** Written before the primary dies, and again once it is back. */
const WRITES = 100;
const RETRY_MS = 20;

describeOnPostgres('a standby that is promoted', () => {
  let primary: TestCluster;
  let standby: TestCluster;
  let data: ConnectionData;

  beforeAll(async () => {
    primary = await TestCluster.create();
    standby = await primary.createStandby();
    // The standby is asked first, so that being first decides nothing.
    data = { ...primary.dataFor('postgres'), hosts: [standby.host, primary.host] };
    await onPrimary(data, (link) =>
      link.run('create table public.written (id text primary key, port int not null)'),
    );
    // What is acknowledged is on both from now on. The standby has not inherited this: promoted, it would wait for a third.
    primary.set("synchronous_standby_names = '*'");
    await primary.reload();
  }, SET_UP_MS);
  afterAll(() => Promise.all([primary.remove(), standby.remove()]));

  async function whereTo(known: Lineage | null): Promise<{ port: number; lineage: Lineage }> {
    const { link, lineage } = await openWritable(data, known);
    await link.close();
    return { port: link.host.port, lineage };
  }

  async function countAt(cluster: TestCluster): Promise<number> {
    const at = { ...data, hosts: [cluster.host] };
    const counted = await onPrimary(at, (link) =>
      link.read(z.object({ n: z.int() }), 'select count(*) as n from public.written'),
    );
    return counted[0]?.n ?? 0;
  }

  const bugs: unknown[] = [];
  function noBug(error: unknown): never {
    if (!(error instanceof TeamStoreError)) bugs.push(error);
    throw error;
  }

  /** Writes as a console that is not told of the failover: again until it is acknowledged, wherever that is. */
  async function writeOn(writer: number, acknowledged: string[], isOver: () => boolean): Promise<void> {
    let opened: WritableLink | null = null;
    let known: Lineage | null = null;
    for (let n = 0; !isOver(); ) {
      try {
        opened ??= await openWritable(data, known).catch(noBug);
        known = opened.lineage;
        const [id, { port }] = [`${writer}-${n}`, opened.link.host];
        await opened.link.run('insert into public.written values ($1, $2) on conflict do nothing', [
          id,
          port,
        ]);
        acknowledged.push(id);
        n += 1;
      } catch {
        await opened?.link.close();
        opened = null;
        await delay(RETRY_MS);
      }
    }
    await opened?.link.close();
  }

  it('is found by all who write, who lose nothing of what was acknowledged, and its former primary is left alone', async () => {
    const before = await whereTo(null);
    expect(before.port).toBe(primary.host.port);
    const onlyStandby = { ...data, hosts: [standby.host] };
    await expect(openWritable(onlyStandby, null)).rejects.toMatchObject({
      findings: [{ point: 'writable' }],
    });
    const listener = await openListener(data, { known: before.lineage, onHint: () => undefined });

    const acknowledged: string[] = [];
    let isOver = false;
    const writing = Promise.all(
      Array.from({ length: WRITERS }, (_, writer) => writeOn(writer, acknowledged, () => isOver)),
    );
    const untilWritten = async (count: number) => {
      while (acknowledged.length < count) await delay(RETRY_MS);
    };
    await untilWritten(WRITES);
    await primary.kill();
    await listener.link.lost;
    await listener.close();
    standby.promote();
    const after = await whereTo(before.lineage);
    expect(after.port).toBe(standby.host.port);
    expect(after.lineage).toEqual({ system: before.lineage.system, timeline: before.lineage.timeline + 1 });
    // It comes back in the midst of their work, and would take what they write.
    primary.set("synchronous_standby_names = ''");
    await primary.start();
    const onFormer = await countAt(primary);

    await untilWritten(acknowledged.length + WRITES);
    isOver = true;
    await writing;
    expect(bugs).toEqual([]);
    const rows = await onPrimary(data, (link) =>
      link.read(z.object({ id: z.string(), port: z.int() }), 'select id, port from public.written'),
    );
    const kept = new Set(rows.map(({ id }) => id));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    expect(await countAt(primary)).toBe(onFormer);
    expect(new Set(rows.map(({ port }) => port))).toEqual(new Set([primary.host.port, standby.host.port]));
  });

  it('leaves whoever has seen it without a server rather than with its former primary', async () => {
    const { lineage } = await whereTo(null);
    await standby.stop();
    await expect(openWritable(data, lineage)).rejects.toMatchObject({
      findings: [{ point: 'writable', seen: expect.stringContaining('was the primary once') }],
    });
    // An administrator does nothing on it either.
    await expect(revoke(data, 'ana')).rejects.toMatchObject({
      findings: [{ point: 'host' }, { point: 'writable', seen: expect.stringContaining('Not every server') }],
    });
    // Whoever has never met the promoted one can not know.
    expect((await whereTo(null)).port).toBe(primary.host.port);
  });
});
