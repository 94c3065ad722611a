import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import * as z from 'zod';
import {
  type ConnectionData,
  connectionDataSchema,
  type Host,
  roleNameSchema,
} from '../store/postgres/connection-data.ts';
import { MEMBER_KINDS } from '../store/postgres/schema/groups.ts';

const DEFAULT_PORT = '5432';

/** A command that was not understood, with what was wrong in it. */
export class UsageError extends Error {}

export interface Asking {
  /** Asks for a secret; blank when there is none to be had. */
  ask(what: string): Promise<string>;
}

const text = { type: 'string', default: '' } as const;

/** @throws UsageError */
export function parseTeamOptions(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        host: { type: 'string', multiple: true, default: [] },
        database: { type: 'string', default: 'resetdesk' },
        ca: text,
        user: text,
        enrolment: text,
        'key-file': text,
        name: text,
        as: { type: 'string', default: 'agent' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
export type TeamOptions = ReturnType<typeof parseTeamOptions>['values'];

/** `HOST`, `HOST:PORT` or `[IPv6]:PORT`; what is none of them gives a host that no schema takes. */
export function parseHost(written: string): Host {
  const parts = /^(?:\[(?<address>[^\]]+)\]|(?<name>[^:]+))(?::(?<port>\d+))?$/.exec(written)?.groups ?? {};
  return { host: parts['address'] ?? parts['name'] ?? '', port: Number(parts['port'] ?? DEFAULT_PORT) };
}

/**
 * What to connect with; asks for the password.
 *
 * @throws UsageError naming the option that will not do
 */
export async function readConnection(options: TeamOptions, { ask }: Asking): Promise<ConnectionData> {
  const { host, database, user } = options;
  const fields = { hosts: host.map(parseHost), database, ca: readText('--ca', options.ca), user };
  const checked = understood(connectionDataSchema.omit({ password: true }), fields);
  const password = await ask(`Password of ${user}`);
  if (password === '') throw new UsageError('There is no password.');
  return { ...checked, password };
}

const invitedSchema = z.strictObject({
  role: roleNameSchema,
  name: z.string().trim().min(1).max(80),
  kind: z.enum(MEMBER_KINDS),
});

/** @throws UsageError naming what will not do */
export function readInvited(role: string | undefined, { name, as }: TeamOptions) {
  return understood(invitedSchema, { role, name, kind: as });
}

/** @throws UsageError */
export function readRole(role: string | undefined): string {
  return understood(z.strictObject({ role: roleNameSchema }), { role }).role;
}

/** @throws UsageError when it is not named or can not be read */
export function readText(option: string, file: string): string {
  if (file === '') throw new UsageError(`${option} is missing.`);
  try {
    return readFileSync(file, 'utf8');
  } catch {
    throw new UsageError(`The file ${file} can not be read.`);
  }
}

function understood<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UsageError(z.prettifyError(parsed.error));
}
