import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { CallResult } from '../../core/contract/errors.ts';
import type { ToBackend } from '../../core/contract/rpc.ts';
import type { BackendState } from '../../core/contract/shell-records.ts';
import type { BackendListeners } from './backend-process.ts';
import { BackendSupervisor } from './backend-supervisor.ts';

/** One started backend, steered by the test. */
class FakeBackend {
  readonly received: ToBackend[] = [];
  isKilled = false;
  readonly #listeners: BackendListeners;

  constructor(listeners: BackendListeners) {
    this.#listeners = listeners;
  }

  async becomeReady(): Promise<void> {
    this.#listeners.onMessage({ type: 'ready' });
    await vi.advanceTimersByTimeAsync(0);
  }

  answer(index: number, value: unknown = {}): void {
    const callId = this.received[index]?.callId;
    this.#listeners.onMessage({ type: 'answer', callId, result: { ok: true, value } });
  }

  say(message: unknown): void {
    this.#listeners.onMessage(message);
  }

  /** Ends it, and waits until the next one was started. */
  async die(): Promise<void> {
    this.#listeners.onExit(null, new Error());
    await vi.advanceTimersByTimeAsync(10_000);
  }
}

function setUp(reopen: () => Promise<void> = async () => undefined) {
  const backends: FakeBackend[] = [];
  const states: BackendState[] = [];
  const events: string[] = [];
  const errors: string[] = [];
  const supervisor = new BackendSupervisor({
    launch: (listeners) => {
      const backend = new FakeBackend(listeners);
      backends.push(backend);
      return {
        send: (message) => backend.received.push(message),
        kill: () => {
          backend.isKilled = true;
        },
      };
    },
    reopen,
    onState: (state) => states.push(state),
    onEvent: (name) => events.push(name),
    log: { error: (happening) => errors.push(happening) },
  });
  supervisor.start();
  const latest = (): FakeBackend => {
    const backend = backends.at(-1);
    if (backend === undefined) throw new Error('no backend was started');
    return backend;
  };
  return { supervisor, backends, states, events, errors, latest };
}

const OK: CallResult = { ok: true, value: {} };
const UNAVAILABLE = { ok: false, error: { code: 'backend_unavailable' } };

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('a call of a window', () => {
  it('waits until the backend is ready and the store was opened, and carries the actor', async () => {
    let finishOpening = () => {};
    const { supervisor, latest } = setUp(() => new Promise((resolve) => (finishOpening = resolve)));
    const answer = supervisor.call('ticket.get', { ticketId: '1' }, 'Kim');
    await latest().becomeReady();
    expect(latest().received).toEqual([]);
    finishOpening();
    await vi.advanceTimersByTimeAsync(0);
    expect(latest().received).toMatchObject([{ name: 'ticket.get', actor: 'Kim', caller: 'renderer' }]);
    latest().answer(0);
    expect(await answer).toEqual(OK);
  });

  it('is passed on although the store could not be opened again, so that it is answered', async () => {
    const { supervisor, errors, latest } = setUp(() => Promise.reject(new Error('disk')));
    const answer = supervisor.call('ticket.get', {}, 'Kim');
    await latest().becomeReady();
    latest().answer(0);
    expect(await answer).toEqual(OK);
    expect(errors).toEqual(['store was not opened again']);
  });

  it('is sent again with the same request id when the backend dies, and is answered', async () => {
    const { supervisor, backends, latest } = setUp();
    await latest().becomeReady();
    const answer = supervisor.call('ticket.addNote', {}, 'Kim');
    await latest().die();
    await latest().becomeReady();
    expect(backends).toHaveLength(2);
    expect(backends[1]?.received[0]?.requestId).toBe(backends[0]?.received[0]?.requestId);
    latest().answer(0);
    expect(await answer).toEqual(OK);
  });

  it('is not sent again once it was answered', async () => {
    const { supervisor, latest } = setUp();
    await latest().becomeReady();
    const answer = supervisor.call('ticket.addNote', {}, 'Kim');
    latest().answer(0);
    await answer;
    await latest().die();
    await latest().becomeReady();
    expect(latest().received).toEqual([]);
  });

  it('waits when it is made while the backend restarts', async () => {
    const { supervisor, latest } = setUp();
    await latest().becomeReady();
    await latest().die();
    const answer = supervisor.call('ticket.list', {}, 'Kim');
    await latest().becomeReady();
    latest().answer(0);
    expect(await answer).toEqual(OK);
  });

  it('is given up when it was under way in three deaths, without taking others along', async () => {
    const { supervisor, latest } = setUp();
    await latest().becomeReady();
    const poison = supervisor.call('ticket.addNote', {}, 'Kim');
    for (let death = 0; death < 3; death++) {
      await latest().die();
      await latest().becomeReady();
    }
    expect(await poison).toMatchObject(UNAVAILABLE);
    expect(latest().received).toEqual([]);
    const other = supervisor.call('ticket.list', {}, 'Kim');
    latest().answer(0);
    expect(await other).toEqual(OK);
  });

  it('is answered as internal when the answer has an unknown form', async () => {
    const { supervisor, latest } = setUp();
    await latest().becomeReady();
    const answer = supervisor.call('ticket.list', {}, 'Kim');
    latest().say({ type: 'answer', callId: latest().received[0]?.callId, result: 'secret text' });
    expect(await answer).toMatchObject({ ok: false, error: { code: 'internal' } });
  });
});

describe("main's own call", () => {
  it('is sent before the store is open, because it is what opens it', async () => {
    const { supervisor, latest } = setUp(() => new Promise(() => {}));
    void supervisor.callAsShell('store.open', {});
    await latest().becomeReady();
    expect(latest().received).toMatchObject([{ name: 'store.open', caller: 'shell' }]);
  });

  it('is not sent again when the backend dies: the store is opened anew instead', async () => {
    const { supervisor, latest } = setUp();
    await latest().becomeReady();
    const answer = supervisor.callAsShell('store.open', {});
    await latest().die();
    expect(await answer).toMatchObject(UNAVAILABLE);
    await latest().becomeReady();
    expect(latest().received).toEqual([]);
  });
});

describe('the backend', () => {
  it('is told as restarting and then ready, with the number of restarts', async () => {
    const { states, latest } = setUp();
    await latest().becomeReady();
    await latest().die();
    await latest().becomeReady();
    expect(states).toEqual([
      { state: 'ready', restarts: 0 },
      { state: 'restarting', restarts: 1 },
      { state: 'ready', restarts: 1 },
    ]);
  });

  it('is given up after six deaths in a row, and every call is answered then', async () => {
    const { supervisor, backends, latest } = setUp();
    const waiting = supervisor.call('ticket.list', {}, 'Kim');
    for (let death = 0; death < 6; death++) await latest().die();
    expect(backends).toHaveLength(6);
    expect(supervisor.getState()).toEqual({ state: 'failed', restarts: 5 });
    expect(await waiting).toMatchObject(UNAVAILABLE);
    expect(await supervisor.call('ticket.list', {}, 'Kim')).toMatchObject(UNAVAILABLE);
  });

  it('may die again and again as long as it lives well in between', async () => {
    const { supervisor, latest } = setUp();
    for (let death = 0; death < 8; death++) {
      await latest().becomeReady();
      await vi.advanceTimersByTimeAsync(120_000);
      await latest().die();
    }
    expect(supervisor.getState()).toEqual({ state: 'restarting', restarts: 8 });
  });

  it('is killed when it does not get ready', async () => {
    const { latest } = setUp();
    await vi.advanceTimersByTimeAsync(30_000);
    expect(latest().isKilled).toBe(true);
  });

  it('passes events on, and reports a message in another form', async () => {
    const { events, errors, latest } = setUp();
    latest().say({ type: 'event', name: 'record.changed', payload: {} });
    latest().say({ type: 'shout' });
    expect(events).toEqual(['record.changed']);
    expect(errors).toHaveLength(1);
  });

  it('is asked to close the store at the end, ended, and not started again', async () => {
    const { supervisor, backends, latest } = setUp();
    await latest().becomeReady();
    const stopped = supervisor.stop();
    expect(latest().received).toMatchObject([{ name: 'store.close', caller: 'shell' }]);
    latest().answer(0);
    await stopped;
    expect(latest().isKilled).toBe(true);
    await latest().die();
    expect(backends).toHaveLength(1);
  });

  it('is ended all the same when it does not close', async () => {
    const { supervisor, latest } = setUp();
    await latest().becomeReady();
    const stopped = supervisor.stop();
    await vi.advanceTimersByTimeAsync(5_000);
    await stopped;
    expect(latest().isKilled).toBe(true);
  });
});

describe('a renewal', () => {
  it('closes the store first, then ends the backend and starts another one', async () => {
    const { supervisor, latest, backends, states, errors } = setUp();
    await latest().becomeReady();
    const renewed = supervisor.renew();
    const first = latest();
    await vi.advanceTimersByTimeAsync(0);
    expect(first.received).toMatchObject([{ name: 'store.close', caller: 'shell' }]);
    expect(first.isKilled).toBe(false);
    first.answer(0);
    await vi.advanceTimersByTimeAsync(0);
    expect(first.isKilled).toBe(true);
    await first.die();
    await renewed;
    expect(backends).toHaveLength(2);
    // It was meant to end: nobody is told of a crash.
    expect(errors).toEqual([]);
    expect(states.map(({ state }) => state)).toEqual(['ready']);
  });

  it('gives a call of the desk that was closed to no other backend', async () => {
    const { supervisor, latest } = setUp();
    await latest().becomeReady();
    const call = supervisor.call('ticket.list', {}, 'Kim');
    void supervisor.renew();
    await vi.advanceTimersByTimeAsync(3_000);
    await latest().die();
    expect(await call).toMatchObject(UNAVAILABLE);
    await latest().becomeReady();
    expect(latest().received).toEqual([]);
  });

  it('does not wait for a store that does not close', async () => {
    const { supervisor, latest, backends } = setUp();
    await latest().becomeReady();
    void supervisor.renew();
    await vi.advanceTimersByTimeAsync(3_000);
    expect(latest().isKilled).toBe(true);
    await latest().die();
    expect(backends).toHaveLength(2);
  });

  it('starts nothing once the program is ending', async () => {
    const { supervisor, latest, backends } = setUp();
    await latest().becomeReady();
    void supervisor.stop();
    const renewed = supervisor.renew();
    await vi.advanceTimersByTimeAsync(10_000);
    await renewed;
    expect(backends).toHaveLength(1);
  });
});
