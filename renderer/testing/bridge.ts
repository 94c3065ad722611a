import type {
  CallInput,
  CallName,
  CallOutput,
  EventName,
  EventPayload,
} from '../../core/contract/contract.ts';
import { CallError, type CallResult } from '../../core/contract/errors.ts';
import type { Transport } from '../../core/contract/transport.ts';

type AnswerTo<Name extends CallName> =
  | CallOutput<Name>
  | CallError
  | ((input: CallInput<Name>) => CallOutput<Name> | CallError | Promise<CallOutput<Name>>);

/** What the desk answers, by the name of the call. Another call is told to be a fault of the test. */
export type Answers = { readonly [Name in CallName]?: AnswerTo<Name> };

type Listener = (payload: unknown) => void;

/** Stands where the preload script puts the way out of the window. */
function createBridge() {
  let answers: Readonly<Record<string, unknown>> = {};
  let asked: { readonly name: string; readonly input: unknown }[] = [];
  let listeners: { readonly name: string; readonly listener: Listener }[] = [];

  async function resultOf(name: string, input: unknown): Promise<CallResult> {
    asked.push({ name, input });
    const answer = answers[name];
    const value: unknown = typeof answer === 'function' ? await answer(input) : answer;
    if (value === undefined)
      return { ok: false, error: { code: 'internal', message: `The test has no answer to ${name}.` } };
    if (value instanceof CallError) return { ok: false, error: { code: value.code, message: value.message } };
    return { ok: true, value };
  }

  const transport: Transport = {
    call: resultOf,
    subscribe(name, listener) {
      const entry = { name, listener };
      listeners.push(entry);
      return () => {
        listeners = listeners.filter((one) => one !== entry);
      };
    },
  };

  return {
    transport,
    answerWith(next: Answers): void {
      answers = { ...answers, ...next };
    },
    /** What a call was made with, each time. */
    inputsOf: <Name extends CallName>(name: Name) =>
      asked.filter((call) => call.name === name).map(({ input }) => input) as CallInput<Name>[],
    tell<Name extends EventName>(name: Name, payload: EventPayload<Name>): void {
      for (const one of listeners) if (one.name === name) one.listener(payload);
    },
    forget(): void {
      answers = {};
      asked = [];
    },
  };
}

export const bridge = createBridge();
