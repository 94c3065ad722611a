import { secretFragments, secretRefusal } from '../privacy/kept-words.ts';
import { wellFormedValue } from '../well-formed.ts';
import { type CallNameOf, type CallOutput, contract, type ParsedInput } from './contract.ts';
import type { Caller, Endpoint, EventOf, Host } from './endpoint.ts';
import { CallError, type CallResult } from './errors.ts';

/** One handler per endpoint of a host; a missing one is a compile error. */
export type Handlers<H extends Host, Context> = {
  readonly [Name in CallNameOf<H>]: (
    input: ParsedInput<Name>,
    context: Context,
  ) => Promise<CallOutput<Name>> | CallOutput<Name>;
};

/** The same for one group of calls, such as `ticketCalls`. */
export type HandlersOf<Group, H extends Host, Context> = Pick<
  Handlers<H, Context>,
  Extract<keyof Group, CallNameOf<H>>
>;

export type DispatchOptions = {
  readonly caller: Caller;
  /** Told about bugs only; gets the endpoint's name and the error, never the input. */
  readonly onBug: (name: string, error: unknown) => void;
  /** Whether the agent has said of words that look like a secret that they are none. */
  readonly isHarmless?: (fragment: string) => boolean;
};

/** Looks up an endpoint by a name that came from outside; inherited properties do not count. */
export function findEndpoint(name: string): Endpoint | null {
  if (!Object.hasOwn(contract, name)) return null;
  const found: Endpoint | EventOf = contract[name as keyof typeof contract];
  return found.kind === 'event' ? null : found;
}

/**
 * The only door on every hop: look up, mend and parse the input, refuse to keep a secret, run the handler, parse the output.
 * Always answers a {@link CallResult}; a failing value is never echoed, because it may be a secret.
 */
export async function dispatch<H extends Host, Context>(
  handlers: Handlers<H, Context>,
  name: string,
  input: unknown,
  context: Context,
  options: DispatchOptions,
): Promise<CallResult> {
  const endpoint = findEndpoint(name);
  if (endpoint === null || !Object.hasOwn(handlers, name))
    return failure('not_found', 'There is no such endpoint.');
  if (endpoint.caller === 'shell' && options.caller !== 'shell') {
    return failure('not_allowed', 'This caller may not use this endpoint.');
  }
  // What main itself sends are paths and keys, which have to stay as they are.
  const received = endpoint.caller === 'shell' ? input : wellFormedValue(input);
  const parsed = endpoint.input.safeParse(received);
  if (!parsed.success) return failure('invalid_input', describeIssues(name, parsed.error.issues));
  const isHarmless = options.isHarmless ?? (() => false);
  if (endpoint.keepsWords && secretFragments(parsed.data, isHarmless).length > 0)
    return failure('refused', secretRefusal().message);
  try {
    // The table's type ties each name to its own input; here the name is only known at run time.
    const handler = handlers[name as CallNameOf<H>] as (input: unknown, context: Context) => unknown;
    const output = endpoint.output.safeParse(await handler(parsed.data, context));
    if (!output.success) {
      options.onBug(name, new Error(describeIssues(name, output.error.issues)));
      return failure('internal', `${name} answered something the contract does not allow.`);
    }
    return { ok: true, value: output.data };
  } catch (error) {
    if (error instanceof CallError) return failure(error.code, error.message);
    options.onBug(name, error);
    return failure('internal', `${name} failed unexpectedly.`);
  }
}

function failure(code: CallError['code'], message: string): CallResult {
  return { ok: false, error: { code, message } };
}

/** Names the fields and the kind of fault, never the value. */
function describeIssues(
  name: string,
  issues: readonly { code: string; path: readonly PropertyKey[] }[],
): string {
  const faults = issues.map((issue) => `${issue.path.map(String).join('.') || '(all)'}: ${issue.code}`);
  return `${name}: ${faults.join('; ')}`;
}
