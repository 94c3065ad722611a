import * as z from 'zod';

/** The input or output of a call that needs none. */
export const nothing = z.strictObject({});

/** Who answers a call: the Electron shell (main) or the backend program. */
export type Host = 'shell' | 'backend';

/** Who may call an endpoint. `shell` endpoints are main's own way to steer the backend. */
export type Caller = 'renderer' | 'shell';

/**
 * One endpoint or event of the contract.
 *
 * - `query` reads, `command` changes, `event` is told to every window.
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
};

export type EventOf<Payload extends z.ZodType = z.ZodType> = {
  readonly kind: 'event';
  readonly host: Host;
  readonly payload: Payload;
};

type Definition<Input extends z.ZodType, Output extends z.ZodType, H extends Host> = {
  host: H;
  caller?: Caller;
  input: Input;
  output: Output;
};

export function query<Input extends z.ZodType, Output extends z.ZodType, H extends Host>(
  definition: Definition<Input, Output, H>,
): Endpoint<'query', Input, Output, H> {
  return { kind: 'query', caller: 'renderer', ...definition };
}

export function command<Input extends z.ZodType, Output extends z.ZodType, H extends Host>(
  definition: Definition<Input, Output, H>,
): Endpoint<'command', Input, Output, H> {
  return { kind: 'command', caller: 'renderer', ...definition };
}

export function event<Payload extends z.ZodType>(definition: {
  host: Host;
  payload: Payload;
}): EventOf<Payload> {
  return { kind: 'event', ...definition };
}
