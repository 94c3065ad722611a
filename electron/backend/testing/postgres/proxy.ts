import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import type { Host } from '../../store/postgres/connection-data.ts';

/** Stands between a console and a server, and treats what passes as bad networks do. */
export class TestProxy {
  readonly host: Host;
  readonly #server: Server;
  readonly #pairs = new Set<readonly [Socket, Socket]>();
  #isSilent = false;

  private constructor(server: Server, port: number) {
    this.#server = server;
    // As the server behind is called in its certificate.
    this.host = { host: 'localhost', port };
  }

  static async before({ port }: Host): Promise<TestProxy> {
    const server = createServer({ allowHalfOpen: true }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    if (address === null || typeof address === 'string') throw new Error('The loopback gave no port.');
    const proxy = new TestProxy(server, address.port);
    server.on('connection', (client) =>
      proxy.#join(client, connect({ host: '127.0.0.1', port, allowHalfOpen: true })),
    );
    return proxy;
  }

  /** Ends all connections without a goodbye. */
  cut(): void {
    for (const pair of this.#pairs) for (const socket of pair) socket.resetAndDestroy();
  }

  /** Ends what goes to the server, as a firewall that forgot one direction; answers still come. */
  halfClose(): void {
    for (const [, upstream] of this.#pairs) upstream.end();
  }

  /** From now on nothing gets through and nobody is told, until {@link speak}. */
  silence(): void {
    this.#isSilent = true;
    for (const pair of this.#pairs) for (const socket of pair) socket.pause();
  }

  /** Lets through what was held back too: to be late is what a slow network does. */
  speak(): void {
    this.#isSilent = false;
    for (const pair of this.#pairs) for (const socket of pair) socket.resume();
  }

  async close(): Promise<void> {
    this.cut();
    this.#server.close();
    await once(this.#server, 'close');
  }

  #join(client: Socket, upstream: Socket): void {
    const pair = [client, upstream] as const;
    this.#pairs.add(pair);
    this.#pass(client, upstream, pair);
    this.#pass(upstream, client, pair);
    if (this.#isSilent) for (const socket of pair) socket.pause();
  }

  #pass(from: Socket, to: Socket, pair: readonly [Socket, Socket]): void {
    from.on('data', (bytes) => to.writable && to.write(bytes));
    from.on('end', () => to.end());
    from.on('error', () => to.destroy());
    from.on('close', () => {
      to.destroy();
      this.#pairs.delete(pair);
    });
  }
}
