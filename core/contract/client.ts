import {
  type CallInput,
  type CallName,
  type CallOutput,
  contract,
  type EventName,
  type EventPayload,
} from './contract.ts';
import { CallError, callResultSchema } from './errors.ts';
import type { Transport } from './transport.ts';

/** Typed calls over any transport. */
export interface Client {
  /** @throws CallError for every failure, expected or not. */
  call<Name extends CallName>(name: Name, input: CallInput<Name>): Promise<CallOutput<Name>>;
  /** Events that do not fit the contract are dropped. Returns the function that stops listening. */
  on<Name extends EventName>(name: Name, listener: (payload: EventPayload<Name>) => void): () => void;
}

export function createClient(transport: Transport): Client {
  return {
    async call(name, input) {
      const answer = callResultSchema.safeParse(await transport.call(name, input));
      if (!answer.success) throw new CallError('internal', `${name} was not answered in the agreed form.`);
      if (!answer.data.ok) throw new CallError(answer.data.error.code, answer.data.error.message);
      const value = contract[name].output.safeParse(answer.data.value);
      if (!value.success)
        throw new CallError('internal', `${name} answered something the contract does not allow.`);
      return value.data as CallOutput<typeof name>;
    },
    on(name, listener) {
      return transport.subscribe(name, (payload) => {
        const parsed = contract[name].payload.safeParse(payload);
        if (parsed.success) listener(parsed.data as EventPayload<typeof name>);
      });
    },
  };
}
