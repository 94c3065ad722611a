import type { IpcMainInvokeEvent, WebContents } from 'electron';
import * as z from 'zod';
import { dispatch, findEndpoint, type Handlers } from '../../core/contract/dispatch.ts';
import type { WindowKind } from '../../core/contract/endpoint.ts';
import { CallError, type CallResult } from '../../core/contract/errors.ts';
import { isAppAddress } from './app-path.ts';
import type { BackendSupervisor } from './backend-supervisor.ts';
import type { Log } from './log-entry.ts';

/** Who called: the page, and which of our windows it is in. */
export interface ShellContext {
  readonly sender: WebContents;
  readonly window: WindowKind;
}

export interface IpcOptions {
  readonly handlers: Handlers<'shell', ShellContext>;
  readonly backend: Pick<BackendSupervisor, 'call'>;
  /** Who acts, for the audit trail. */
  readonly actor: () => string;
  /** Nothing of the records is read or changed while the desk is locked, nor a setting. */
  readonly isDeskOpen: () => boolean;
  /** An agent did something. */
  readonly onCommand: () => void;
  readonly kindOf: (sender: WebContents) => WindowKind | null;
  readonly log: Pick<Log, 'error'>;
}

export type AnswerCall = (event: IpcMainInvokeEvent, message: unknown) => Promise<CallResult>;

const callSchema = z.strictObject({ name: z.string().max(100), input: z.unknown() });

/** Answers the pages' calls: the shell's own here, all others in the backend. */
export function callAnswerer(options: IpcOptions): AnswerCall {
  return async (event, message) => {
    const window = callingWindow(event, options);
    if (window === null) return refusal('This page may not call.');
    const call = callSchema.safeParse(message);
    if (!call.success) return refusal('The call is not in the agreed form.');
    const { name, input } = call.data;
    if (!mayCall(window, name)) return refusal('This window may not use this endpoint.');
    if (!options.isDeskOpen() && findEndpoint(name)?.whileLocked !== true)
      return failure(new CallError('store_locked', 'The desk is locked.'));
    return await route(name, input, { sender: event.sender, window }, options);
  };
}

async function route(
  name: string,
  input: unknown,
  context: ShellContext,
  options: IpcOptions,
): Promise<CallResult> {
  const endpoint = findEndpoint(name);
  if (endpoint?.kind === 'command') options.onCommand();
  if (endpoint?.host === 'backend' && endpoint.kind === 'command' && options.actor() === '')
    return failure(new CallError('refused', 'Say first who works here.'));
  if (endpoint?.host === 'backend') {
    if (endpoint.caller !== 'renderer') return refusal('This caller may not use this endpoint.');
    return await options.backend.call(name, input, options.actor());
  }
  return await dispatch(options.handlers, name, input, context, {
    caller: 'renderer',
    onBug: (bugName, error) => options.log.error('bug in a shell endpoint', bugName, error),
  });
}

/** Only the main frame of one of our windows, while it shows one of our pages, is listened to. */
function callingWindow(event: IpcMainInvokeEvent, options: IpcOptions): WindowKind | null {
  const frame = event.senderFrame;
  if (frame === null || frame.parent !== null || !isAppAddress(frame.url)) return null;
  return options.kindOf(event.sender);
}

/** The console is told that there is no such endpoint; the other windows are told nothing. */
function mayCall(window: WindowKind, name: string): boolean {
  return findEndpoint(name)?.windows.includes(window) ?? window === 'console';
}

function refusal(message: string): CallResult {
  return failure(new CallError('not_allowed', message));
}

function failure({ code, message }: CallError): CallResult {
  return { ok: false, error: { code, message } };
}
