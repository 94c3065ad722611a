import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { appendFileSync, chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ConnectionData, Host } from '../../store/postgres/connection-data.ts';
import { makeAuthority, type TestAuthority } from './certificates.ts';
import { freePort } from './free-port.ts';
import { findPostgres } from './programs.ts';
import { runAsServer, serverIdentity, startAsServer } from './server-user.ts';

const START_MS = 30_000;
/** Of a hook that starts servers: a busy computer takes its time. */
export const SET_UP_MS = 60_000;
const POLL_MS = 25;
/** As what a cluster of the tests is known by its certificate. */
export const SERVER_NAMES = ['DNS:localhost', 'IP:127.0.0.1'];

/** The superuser of every cluster of the tests. */
const ADMIN = 'postgres';

/** Nothing survives a crash of the computer, which no test makes; a killed server loses nothing. */
const SETTINGS = `
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
fsync = off
shared_buffers = 16MB
max_connections = 80
wal_level = replica
ssl = on
ssl_cert_file = 'server.pem'
ssl_key_file = 'server.key'
logging_collector = off
log_destination = 'stderr'
`;

/** TLS or nothing, as `docs/team.md` has it. */
const WHO_MAY_CONNECT = `
hostssl all all 127.0.0.1/32 scram-sha-256
hostssl replication all 127.0.0.1/32 scram-sha-256
`;

/** A PostgreSQL server of the tests on the loopback, in a temporary folder. */
export class TestCluster {
  readonly host: Host;
  readonly authority: TestAuthority;
  readonly #folder: string;
  readonly #password: string;
  #server: ChildProcess | null = null;

  private constructor(folder: string, port: number, authority: TestAuthority, password: string) {
    this.#folder = folder;
    this.host = { host: 'localhost', port };
    this.authority = authority;
    this.#password = password;
  }

  /** A fresh one, started. */
  static async create(): Promise<TestCluster> {
    const folder = serverFolder();
    const password = randomBytes(12).toString('hex');
    const passwordFile = join(folder, 'password');
    writeFileSync(passwordFile, password);
    give(passwordFile);
    const data = join(folder, 'data');
    const access = ['--username', ADMIN, '--auth', 'scram-sha-256', '--pwfile', passwordFile];
    runAsServer(program('initdb'), [
      '-D',
      data,
      '--no-sync',
      '--encoding',
      'UTF8',
      '--locale',
      'C.UTF-8',
      ...access,
    ]);
    const cluster = new TestCluster(folder, await freePort(), makeAuthority(folder), password);
    appendFileSync(join(data, 'postgresql.conf'), SETTINGS);
    writeFileSync(join(data, 'pg_hba.conf'), WHO_MAY_CONNECT);
    cluster.setCertificate('server', SERVER_NAMES);
    await cluster.start();
    return cluster;
  }

  /** A standby that follows this one. */
  async createStandby(): Promise<TestCluster> {
    const folder = serverFolder();
    const from = `host=127.0.0.1 port=${this.host.port} user=${ADMIN} sslmode=require`;
    runAsServer(
      program('pg_basebackup'),
      ['-D', join(folder, 'data'), '-R', '--checkpoint', 'fast', '--no-sync', '-d', from],
      { PGPASSWORD: this.#password },
    );
    const standby = new TestCluster(folder, await freePort(), this.authority, this.#password);
    await standby.start();
    return standby;
  }

  /** What a test connects with; the superuser where nobody else is named. */
  dataFor(database: string, user = ADMIN, password = this.#password): ConnectionData {
    return { hosts: [this.host], database, ca: this.authority.ca, user, password };
  }

  /** From the next {@link reload} on. */
  setCertificate(name: string, names: readonly string[]): void {
    const { certificate, key } = this.authority.issue(name, names);
    const data = join(this.#folder, 'data');
    writeFileSync(join(data, 'server.pem'), readFileSync(certificate));
    writeFileSync(join(data, 'server.key'), readFileSync(key), { mode: 0o600 });
    give(join(data, 'server.key'));
  }

  /** From the next {@link reload} on, where PostgreSQL takes it without a start. */
  set(setting: string): void {
    appendFileSync(join(this.#folder, 'data', 'postgresql.conf'), `${setting}\n`);
  }

  async start(): Promise<void> {
    const data = join(this.#folder, 'data');
    const args = ['-D', data, '-p', String(this.host.port)];
    this.#server = startAsServer(program('postgres'), args, join(this.#folder, 'log'));
    await this.#until(() => this.#isReady(), 'did not start');
  }

  /** Reads its settings and its certificate anew. */
  async reload(): Promise<void> {
    const reloads = () => this.#log().split('received SIGHUP').length;
    const before = reloads();
    this.#server?.kill('SIGHUP');
    // It takes no connection between this line and the end of reloading.
    await this.#until(() => reloads() > before, 'did not read its settings');
  }

  /** In order, with what its clients are at rolled back. */
  async stop(): Promise<void> {
    await this.#end('SIGINT');
  }

  /** As when the computer dies. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  /** Makes a standby the primary. */
  promote(): void {
    runAsServer(program('pg_ctl'), ['promote', '-w', '-D', join(this.#folder, 'data')]);
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const server = this.#server;
    this.#server = null;
    if (server === null || server.exitCode !== null || server.signalCode !== null) return;
    const exited = once(server, 'exit');
    server.kill(signal);
    await exited;
    rmSync(join(this.#folder, 'data', 'postmaster.pid'), { force: true });
  }

  async #until(isSo: () => boolean, failure: string): Promise<void> {
    const deadline = Date.now() + START_MS;
    while (!isSo()) {
      if (Date.now() > deadline || this.#server?.exitCode !== null)
        throw new Error(`PostgreSQL ${failure}:\n${this.#log()}`);
      await delay(POLL_MS);
    }
  }

  #log(): string {
    return readFileSync(join(this.#folder, 'log'), 'utf8');
  }

  /** Its pid file says so in the eighth line. */
  #isReady(): boolean {
    try {
      const lines = readFileSync(join(this.#folder, 'data', 'postmaster.pid'), 'utf8').split('\n');
      return lines[7]?.trim() === 'ready';
    } catch {
      return false;
    }
  }
}

function program(name: string): string {
  const folder = findPostgres();
  if (folder === null) throw new Error('There is no PostgreSQL 15 or later on this computer.');
  return join(folder, name);
}

function serverFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'resetdesk-postgres-'));
  give(folder);
  return folder;
}

/** To whom the server runs as. */
function give(file: string): void {
  const { uid, gid } = serverIdentity();
  chownSync(file, uid, gid);
}
