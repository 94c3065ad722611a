import { EventEmitter, once } from 'node:events';
import { createServer } from 'node:net';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { makeAuthority } from '../../testing/postgres/certificates.ts';
import { SERVER_NAMES, SET_UP_MS, TestCluster } from '../../testing/postgres/cluster.ts';
import { describeOnPostgres, hasPostgres } from '../../testing/postgres/describe-on-postgres.ts';
import { freePort } from '../../testing/postgres/free-port.ts';
import { TestPooler } from '../../testing/postgres/pooler.ts';
import { findProgram } from '../../testing/postgres/programs.ts';
import { TestProxy } from '../../testing/postgres/proxy.ts';
import { temporaryFolder } from '../../testing/test-desk.ts';
import type { ConnectionData, Host } from './connection-data.ts';
import { TeamStoreError } from './finding.ts';
import { Link } from './link.ts';
import { findDeafness, hint, openListener } from './listener.ts';
import { judgeServer, openWritable } from './open-writable.ts';

let cluster: TestCluster;

/** What connecting found, as `point: words`. */
async function findingOf(data: ConnectionData): Promise<string> {
  const refused = await openWritable(data, null).then(
    ({ link }) => link.close().then(() => null),
    (error: unknown) => error,
  );
  if (!(refused instanceof TeamStoreError)) throw new Error(`Was not refused: ${refused}`);
  expect(refused.message).not.toContain(data.password);
  return refused.findings.map(({ point, seen }) => `${point}: ${seen}`).join('\n');
}

function gate() {
  const events = new EventEmitter();
  return {
    open: () => {
      events.emit('open');
    },
    opened: once(events, 'open').then(() => 'opened'),
  };
}

const at = (host: Host) => ({ ...cluster.dataFor('postgres'), hosts: [host] });

describe('a server', () => {
  it('older than 15 is refused by its version', () => {
    const server = { version: 140_012, name: '14.12', isStandby: false };
    expect(judgeServer(server, 'db:5432')).toMatchObject({
      point: 'version',
      seen: 'db:5432 runs PostgreSQL 14.12.',
    });
    expect(judgeServer({ ...server, version: 150_000 }, 'db:5432')).toBeNull();
  });
});

beforeAll(async () => {
  if (hasPostgres) cluster = await TestCluster.create();
}, SET_UP_MS);
afterAll(async () => {
  if (hasPostgres) await cluster.remove();
});

describeOnPostgres('connecting', () => {
  it('reads counts as numbers and checks each row', async () => {
    const { link } = await openWritable(cluster.dataFor('postgres'), null);
    const count = z.object({ n: z.int() });
    expect(await link.read(count, 'select count(*) as n from pg_am where oid = $1', [1])).toEqual([{ n: 0 }]);
    await expect(link.read(count, `select 'much' as n`)).rejects.toThrow('expected number');
    await expect(link.read(count, 'select 9007199254740993::int8 as n')).rejects.toThrow('too large');
    await link.close();
  });

  it('tells a name that is not known, and a port where nobody listens', async () => {
    expect(await findingOf(at({ host: 'nowhere.invalid', port: 5432 }))).toMatch(
      /^host: The name of nowhere/,
    );
    expect(await findingOf(at({ host: 'localhost', port: await freePort() }))).toMatch(
      /^host: .* does not answer/,
    );
  });

  it('tells a certificate of a foreign authority', async () => {
    const folder = temporaryFolder();
    const foreign = makeAuthority(dirname(folder.file));
    expect(await findingOf({ ...cluster.dataFor('postgres'), ca: foreign.ca })).toMatch(
      /^tls: .* not signed by/,
    );
    folder.remove();
  });

  it('checks the name in the certificate, of an address too', async () => {
    cluster.setCertificate('named', ['DNS:localhost']);
    await cluster.reload();
    const byAddress = { host: '127.0.0.1', port: cluster.host.port };
    expect(await findingOf(at(byAddress))).toMatch(/^tls: .* another name/);
    cluster.setCertificate('elsewhere', ['DNS:db.example', 'IP:127.0.0.1']);
    await cluster.reload();
    expect(await findingOf(at(cluster.host))).toMatch(/^tls: .* another name/);
    const { link } = await openWritable(at(byAddress), null);
    await link.close();
    cluster.setCertificate('server', SERVER_NAMES);
    await cluster.reload();
  });

  it('refuses a server without TLS before it says who asks', async () => {
    cluster.set('ssl = off');
    await cluster.reload();
    expect(await findingOf(at(cluster.host))).toMatch(/^tls: .* does not speak TLS/);
    cluster.set('ssl = on');
    await cluster.reload();
  });

  it('tells a wrong password, an unknown user and a database that there is not', async () => {
    expect(await findingOf(cluster.dataFor('postgres', 'postgres', 'wrong-one'))).toMatch(
      /^login: .* does not know/,
    );
    expect(await findingOf(cluster.dataFor('postgres', 'nobody'))).toMatch(/^login: /);
    expect(await findingOf(cluster.dataFor('nothing'))).toMatch(/^database: .*"nothing" does not exist/);
  });

  it.each(['X', 'S', ''])('takes the healthy host beside one that answers %j and ends', async (answer) => {
    const dying = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(answer));
    }).listen(0, 'localhost');
    await once(dying, 'listening');
    const address = dying.address();
    if (address === null || typeof address === 'string') throw new Error('It has no port.');
    const host = { host: 'localhost', port: address.port };
    const { link } = await openWritable(
      { ...cluster.dataFor('postgres'), hosts: [host, cluster.host] },
      null,
    );
    expect(link.host).toEqual(cluster.host);
    await link.close();
    expect(await findingOf(at(host))).toContain(`localhost:${host.port}`);
    dying.close();
  });

  it('takes back what was done beside it only when it is certain that nothing is there', async () => {
    const proxy = await TestProxy.before(cluster.host);
    const undo = vi.fn(async () => undefined);
    const cutAtTheEnd = await Link.open(at(proxy.host), proxy.host);
    const unknown = cutAtTheEnd.transact(async () => proxy.cut(), undo);
    await expect(unknown).rejects.toThrow('before it said whether it was done');
    expect(undo).not.toHaveBeenCalled();
    const link = await Link.open(at(cluster.host), cluster.host);
    await expect(link.transact(() => link.run('no SQL'), undo)).rejects.toThrow('syntax');
    expect(undo).toHaveBeenCalledTimes(1);
    await Promise.all([link.close(), cutAtTheEnd.close()]);
    await proxy.close();
  });

  it('is dead after a query that took too long, and does not mix answers', async () => {
    const link = await Link.open(cluster.dataFor('postgres'), cluster.host, { queryMs: 300 });
    await link.run('set statement_timeout to 0');
    await expect(link.run('select pg_sleep(1)')).rejects.toThrow('timeout');
    await link.lost;
    await expect(link.read(z.object({ n: z.int() }), 'select 1 as n')).rejects.toThrow();
  });
});

describeOnPostgres('listening', () => {
  it('hears that something was committed', async () => {
    const heard = gate();
    const listener = await openListener(cluster.dataFor('postgres'), { known: null, onHint: heard.open });
    const { link } = await openWritable(cluster.dataFor('postgres'), null);
    await hint(link);
    await heard.opened;
    await Promise.all([link.close(), listener.close()]);
  });

  it.each(['cut', 'halfClose', 'silence'] as const)('notices a network that does this: %s', async (harm) => {
    const proxy = await TestProxy.before(cluster.host);
    const listener = await openListener(at(proxy.host), {
      known: null,
      onHint: () => undefined,
      heartbeatMs: 200,
    });
    proxy[harm]();
    await listener.link.lost;
    const asked = vi.spyOn(listener.link, 'run');
    await delay(500);
    expect(asked).not.toHaveBeenCalled();
    await listener.close();
    await proxy.close();
  });

  it('outlives a network that is slow', async () => {
    const proxy = await TestProxy.before(cluster.host);
    const heard = gate();
    const options = { known: null, onHint: heard.open, heartbeatMs: 60_000 };
    const listener = await openListener(at(proxy.host), options);
    proxy.silence();
    const { link } = await openWritable(cluster.dataFor('postgres'), null);
    await hint(link);
    proxy.speak();
    expect(await Promise.race([heard.opened, listener.link.lost])).toBe('opened');
    await Promise.all([link.close(), listener.close()]);
    await proxy.close();
  });
});

const pgbouncer = findProgram('pgbouncer');

describe.skipIf(!hasPostgres || pgbouncer === null)('behind pgBouncer (apt-get install pgbouncer)', () => {
  let pooler: TestPooler;
  const start = async (mode: 'session' | 'transaction') => {
    const certificate = cluster.authority.issue('pooler', ['DNS:localhost']);
    pooler = await TestPooler.before(pgbouncer ?? '', cluster.dataFor('postgres'), mode, certificate);
    return at(pooler.host);
  };

  it('in session mode all is heard', async () => {
    const listener = await openListener(await start('session'), { known: null, onHint: () => undefined });
    await listener.close();
    await pooler.remove();
  });

  it('in transaction mode nothing would be: it is refused', async () => {
    const data = await start('transaction');
    const options = { known: null, onHint: () => undefined, probeMs: 500 };
    await expect(openListener(data, options)).rejects.toMatchObject({ findings: [{ point: 'pooling' }] });
    const link = await Link.open(data, pooler.host);
    expect(await findDeafness(data, link, 500)).not.toBeNull();
    await link.close();
    await pooler.remove();
  });
});
