import * as z from 'zod';

/** The input or output of a call that needs none. */
export const nothing = z.strictObject({});

/** Who answers a call: the Electron shell (main) or the backend program. */
export type Host = 'shell' | 'backend';

/** Who may call an endpoint. `shell` endpoints are main's own way to steer the backend. */
export type Caller = 'renderer' | 'shell';

/**
 * The windows: the console; the practice device, which is not the agent and never sees records; `region`, which covers a display
 * while the agent marks an area on it; `print`, which draws a document and is never seen.
 */
export type WindowKind = 'console' | 'practice' | 'region' | 'print';

/** Kinds of what is kept in the database, as far as windows show it; every change of one is in the feed. */
export const recordTopics = [
  'ticket',
  'customer',
  'device',
  'site',
  'attachment',
  'alarm',
  'template',
  'deskSettings',
  'deskLog',
  'playbook',
  'view',
  'demo',
] as const;

/** What answers are about, as far as the windows are told that it has changed: by the feed, or else by an event. */
export type Topic = (typeof recordTopics)[number] | 'backup';

/**
 * One endpoint or event of the contract, and all that is to be known of it.
 *
 * - `query` reads, `command` changes, `event` is told to the windows.
 * - Schemas are strict: an unknown field is an error, so a secret can not ride along.
 */
export type Endpoint<
  Kind extends 'query' | 'command' = 'query' | 'command',
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  // The host is part of the type, so that each process must handle its own endpoints and no others.
  H extends Host = Host,
> = {
  readonly kind: Kind;
  readonly host: H;
  readonly caller: Caller;
  readonly input: Input;
  readonly output: Output;
  /** Who may call it; nobody else. */
  readonly windows: readonly WindowKind[];
  /** It is answered while the desk is locked too, because nothing of the records is read or changed by it, nor a setting. */
  readonly whileLocked: boolean;
  /** It is not kept waiting for calls that came before it; such a call touches no record. */
  readonly outOfTurn: boolean;
  /** What it carries is kept in a table or a file, so no secret may be in it. */
  readonly keepsWords: boolean;
  /** It changes records, and undo takes it back; its words are in `undo.json`, by its name. */
  readonly undoable: boolean;
  /** What its answer depends on: a change of one of these makes it old. */
  readonly reads: readonly Topic[];
};

export type EventOf<Payload extends z.ZodType = z.ZodType> = {
  readonly kind: 'event';
  readonly host: Host;
  readonly payload: Payload;
  /** Who hears it; nobody else. */
  readonly windows: readonly WindowKind[];
  /** What has changed outside of the database: answers that read one of these are old. */
  readonly changes: readonly Topic[];
  /** The query, without input, whose new answer the payload is. */
  readonly answers: string | null;
};

type Definition<Input extends z.ZodType, Output extends z.ZodType, H extends Host> = {
  host: H;
  caller?: Caller;
  input: Input;
  output: Output;
  /** The console alone, where it is not said. */
  windows?: readonly WindowKind[];
  whileLocked?: boolean;
  outOfTurn?: boolean;
  keepsWords?: boolean;
  undoable?: boolean;
};

const usual = {
  caller: 'renderer',
  windows: ['console'],
  whileLocked: false,
  outOfTurn: false,
  undoable: false,
  reads: [],
} as const satisfies Partial<Endpoint>;

export function query<Input extends z.ZodType, Output extends z.ZodType, H extends Host>(
  definition: Omit<Definition<Input, Output, H>, 'keepsWords' | 'undoable'> & { reads?: readonly Topic[] },
): Endpoint<'query', Input, Output, H> {
  return { kind: 'query', ...usual, keepsWords: false, ...definition };
}

/** A command of the backend keeps what agents type, where it does not say otherwise; one of the shell does not. */
export function command<Input extends z.ZodType, Output extends z.ZodType, H extends Host>(
  definition: Definition<Input, Output, H>,
): Endpoint<'command', Input, Output, H> {
  const keepsWords = definition.host === 'backend' && definition.caller !== 'shell';
  return { kind: 'command', ...usual, keepsWords, ...definition };
}

export function event<Payload extends z.ZodType>(definition: {
  host: Host;
  payload: Payload;
  windows?: readonly WindowKind[];
  changes?: readonly Topic[];
  answers?: string;
}): EventOf<Payload> {
  return { kind: 'event', windows: ['console'], changes: [], answers: null, ...definition };
}
