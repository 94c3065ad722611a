import { checkServerIdentity } from 'node:tls';
import pg from 'pg';
import type * as z from 'zod';
import { type ConnectionData, type Host, showHost } from './connection-data.ts';
import { refusal, TeamStoreError } from './finding.ts';
import { judgeFailure } from './judge-failure.ts';

/** The schema that everything of ResetDesk is in. */
export const SCHEMA = 'resetdesk';

const CONNECT_MS = 5_000;
const QUERY_MS = 15_000;
/** A network that drops everything would have us wait for minutes for the server's goodbye. */
const GOODBYE_MS = 500;

const INT8_OID = 20;

export interface LinkOptions {
  /** How long an answer may take; the link is dead afterwards. */
  readonly queryMs?: number;
}

/** One connection to one server. */
export class Link {
  readonly host: Host;
  /** Settled once nothing comes over the link any more, for whatever reason. */
  readonly lost: Promise<Error>;
  readonly #client: pg.Client;

  private constructor(host: Host, client: pg.Client) {
    this.host = host;
    this.#client = client;
    this.lost = new Promise((resolve) => {
      client.on('error', resolve);
      client.on('end', () => resolve(new Error('The connection has ended.')));
    });
  }

  /**
   * Connects to one of the hosts, over TLS with the server's name checked.
   *
   * @throws TeamStoreError when it can not be reached or does not let this user in
   */
  static async open(
    data: ConnectionData,
    host: Host,
    { queryMs = QUERY_MS }: LinkOptions = {},
  ): Promise<Link> {
    const client = new pg.Client(clientConfig(data, host, queryMs));
    const link = new Link(host, client);
    try {
      await client.connect();
      // As start-up parameters pgBouncer refuses them.
      await client.query(`set search_path to ${SCHEMA}, pg_temp; set statement_timeout to ${queryMs}`);
      return link;
    } catch (error) {
      await link.close();
      const finding = judgeFailure(error, showHost(host));
      throw finding === null ? error : new TeamStoreError([finding]);
    }
  }

  /** The rows of an answer, each checked against the schema. */
  async read<Row extends z.ZodType>(
    row: Row,
    text: string,
    values: readonly unknown[] = [],
  ): Promise<z.infer<Row>[]> {
    const { rows } = await this.#send(text, values);
    return rows.map((one) => row.parse(one));
  }

  /** @returns how many rows were written */
  async run(text: string, values: readonly unknown[] = []): Promise<number> {
    return (await this.#send(text, values)).rowCount ?? 0;
  }

  /**
   * All of it is there when the promise resolves, none of it when it rejects, unless it rejects because that is not known.
   *
   * @param undo takes back what was done outside the database; called only when it is certain that nothing is there
   */
  async transact<Result>(work: () => Promise<Result>, undo = async () => {}): Promise<Result> {
    await this.run('begin');
    let isCommitting = false;
    try {
      const result = await work();
      isCommitting = true;
      await this.run('commit');
      return result;
    } catch (error) {
      const isBack = await this.run('rollback').then(
        () => true,
        () => false,
      );
      if (isCommitting && !isBack) throw unknownOutcome(showHost(this.host));
      await undo();
      throw error;
    }
  }

  /** Calls back whenever somebody notifies the channel, for as long as the link lives. */
  async listen(channel: string, onNotified: () => void): Promise<void> {
    this.#client.on('notification', (heard) => {
      if (heard.channel === channel) onNotified();
    });
    await this.run(`listen ${channel}`);
  }

  /** Also while a query waits for its answer: that one rejects. */
  async close(): Promise<void> {
    const ended = this.#client.end();
    const timer = setTimeout(() => this.#client.connection.stream.destroy(), GOODBYE_MS);
    await ended;
    clearTimeout(timer);
  }

  async #send(text: string, values: readonly unknown[]): Promise<pg.QueryResult<Record<string, unknown>>> {
    try {
      return await this.#client.query<Record<string, unknown>>(text, [...values]);
    } catch (error) {
      // The server may still be at it, and its answer would be taken for that of the next query.
      if (error instanceof Error && error.message === 'Query read timeout') await this.close();
      throw error;
    }
  }
}

function unknownOutcome(at: string): TeamStoreError {
  return refusal(
    'host',
    `The connection to ${at} ended before it said whether it was done.`,
    'Keep what was written and told, and try again: when it is refused because it is there already, it was done.',
  );
}

function clientConfig(data: ConnectionData, { host, port }: Host, queryMs: number): pg.ClientConfig {
  return {
    host,
    port,
    database: data.database,
    user: data.user,
    password: data.password,
    application_name: 'ResetDesk',
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: queryMs,
    keepAlive: true,
    ssl: {
      ca: data.ca,
      rejectUnauthorized: true,
      minVersion: 'TLSv1.2',
      // By the host that was asked for, an IP address too.
      checkServerIdentity: (_, certificate) => checkServerIdentity(host, certificate),
    },
    types: { getTypeParser: parserFor },
  };
}

/** Counts and times come as numbers and not as texts. */
const parserFor: typeof pg.types.getTypeParser = (oid: number, format?: 'text' | 'binary') =>
  oid === INT8_OID && format !== 'binary' ? toSafeNumber : pg.types.getTypeParser(oid, 'text');

function toSafeNumber(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`${text} is too large for a number.`);
  return value;
}
