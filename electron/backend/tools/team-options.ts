import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { type ConnectionData, connectionDataSchema, type Host } from '../store/postgres/connection-data.ts';

const DEFAULT_PORT = '5432';

/** A command that was not understood, with what was wrong in it. */
export class UsageError extends Error {}

/** `HOST`, `HOST:PORT` or `[IPv6]:PORT`; what is none of them gives a host that no schema takes. */
export function parseHost(text: string): Host {
  const parts = /^(?:\[(?<address>[^\]]+)\]|(?<name>[^:]+))(?::(?<port>\d+))?$/.exec(text)?.groups ?? {};
  return { host: parts['address'] ?? parts['name'] ?? '', port: Number(parts['port'] ?? DEFAULT_PORT) };
}

/**
 * What to connect with; asks for the password.
 *
 * @throws UsageError naming the option that will not do
 */
export async function readConnection(
  options: {
    readonly host: readonly string[];
    readonly database: string;
    readonly ca: string;
    readonly user: string;
  },
  { ask }: { ask(what: string): Promise<string> },
): Promise<ConnectionData> {
  const { host, database, user } = options;
  const fields = { hosts: host.map(parseHost), database, ca: readText(options.ca), user };
  const parsed = connectionDataSchema.omit({ password: true }).safeParse(fields);
  if (!parsed.success) throw new UsageError(z.prettifyError(parsed.error));
  const password = await ask(`Password of ${user}`);
  if (password === '') throw new UsageError('There is no password.');
  return { ...parsed.data, password };
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(file === '' ? '--ca is missing.' : `The file ${file} can not be read.`);
  }
}
