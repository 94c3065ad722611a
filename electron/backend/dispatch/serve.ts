import { dispatch, findEndpoint } from '../../../core/contract/dispatch.ts';
import { type ToBackend, toBackendSchema } from '../../../core/contract/rpc.ts';
import { Backend, type BackendParts } from './backend.ts';
import { handlers } from './handlers.ts';
import type { Port } from './port.ts';

/** Soon enough for a reminder; each look costs two small reads. */
const TICK_EVERY_MS = 3000;

/**
 * Answers main's calls one after another, in the order they came: a later draft never overtakes an earlier one, and
 * transactions never overlap. Ends the process when main is gone.
 */
export function serve(port: Port, parts: Omit<BackendParts, 'announce'>): void {
  const { log } = parts;
  const announce: BackendParts['announce'] = (event) => port.send({ type: 'event', ...event });
  const backend = new Backend({ ...parts, announce });
  let queue: Promise<unknown> = Promise.resolve();
  const enqueue = (task: () => Promise<void>) => {
    queue = queue.then(task).catch((error: unknown) => log('backend', error));
  };
  port.onMessage((message) => {
    const call = toBackendSchema.safeParse(message);
    if (call.success && findEndpoint(call.data.name)?.outOfTurn) void answer(port, backend, call.data, log);
    else if (call.success) enqueue(() => answer(port, backend, call.data, log));
    else log('backend', new Error('Main sent something that is not a call.'));
  });
  let isRenewingSearch = false;
  const renewSearch = async () => {
    isRenewingSearch = false;
    isRenewingSearch = await backend.maintenance.renewSearch();
    // Calls that came meanwhile go first.
    if (isRenewingSearch) setImmediate(() => enqueue(renewSearch));
  };
  const tick = async () => {
    await backend.tick();
    if (!isRenewingSearch) await renewSearch();
  };
  const ticking = setInterval(() => enqueue(tick), TICK_EVERY_MS);
  port.onClosed(() =>
    enqueue(async () => {
      clearInterval(ticking);
      await backend.closeStore();
      process.exit(0);
    }),
  );
  port.send({ type: 'ready' });
}

async function answer(
  port: Port,
  backend: Backend,
  { callId, name, input, requestId, actor, caller }: ToBackend,
  log: (name: string, error: unknown) => void,
): Promise<void> {
  const context = { backend, requestId, actor, name };
  const isHarmless = (fragment: string) => backend.harmlessWords.has(fragment);
  const result = await dispatch(handlers, name, input, context, { caller, onBug: log, isHarmless });
  port.send({ type: 'answer', callId, result });
}
