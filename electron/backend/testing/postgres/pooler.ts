import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { ConnectionData, Host } from '../../store/postgres/connection-data.ts';
import { freePort } from './free-port.ts';
import { serverIdentity, startAsServer } from './server-user.ts';

const START_MS = 10_000;
const POLL_MS = 25;

/** A pgBouncer before a server of the tests, which takes anybody's password and connects as one user. */
export class TestPooler {
  readonly host: Host;
  readonly #folder: string;
  readonly #process: ChildProcess;

  private constructor(host: Host, folder: string, process: ChildProcess) {
    this.host = host;
    this.#folder = folder;
    this.#process = process;
  }

  /**
   * @param program pgBouncer
   * @param server as whom and to where it connects
   * @param certificate files in PEM, for the name `localhost`
   */
  static async before(
    program: string,
    server: ConnectionData,
    mode: 'session' | 'transaction',
    certificate: { readonly certificate: string; readonly key: string },
  ): Promise<TestPooler> {
    const folder = mkdtempSync(join(tmpdir(), 'resetdesk-pgbouncer-'));
    const host = { host: 'localhost', port: await freePort() };
    const [behind] = server.hosts;
    const target = `host=127.0.0.1 port=${behind?.port} user=${server.user} password=${server.password}`;
    const own = {
      pem: join(folder, 'pooler.pem'),
      key: join(folder, 'pooler.key'),
      ini: join(folder, 'pooler.ini'),
    };
    writeFileSync(own.pem, readFileSync(certificate.certificate));
    writeFileSync(own.key, readFileSync(certificate.key), { mode: 0o600 });
    writeFileSync(
      own.ini,
      `[databases]
* = ${target}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${host.port}
unix_socket_dir =
auth_type = any
pool_mode = ${mode}
server_tls_sslmode = require
client_tls_sslmode = require
client_tls_cert_file = ${own.pem}
client_tls_key_file = ${own.key}
`,
      { mode: 0o600 },
    );
    const { uid, gid } = serverIdentity();
    for (const file of [folder, ...Object.values(own)]) chownSync(file, uid, gid);
    const pooler = new TestPooler(host, folder, startAsServer(program, [own.ini], join(folder, 'log')));
    await pooler.#untilItListens();
    return pooler;
  }

  async remove(): Promise<void> {
    const exited = once(this.#process, 'exit');
    this.#process.kill('SIGKILL');
    await exited;
    rmSync(this.#folder, { recursive: true, force: true });
  }

  async #untilItListens(): Promise<void> {
    const deadline = Date.now() + START_MS;
    while (!(await isOpen(this.host.port))) {
      if (Date.now() > deadline) throw new Error(readFileSync(join(this.#folder, 'log'), 'utf8'));
      await delay(POLL_MS);
    }
  }
}

async function isOpen(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  const isConnected = await once(socket, 'connect').then(
    () => true,
    () => false,
  );
  socket.destroy();
  return isConnected;
}
