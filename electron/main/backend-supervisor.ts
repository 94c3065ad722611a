import { randomUUID } from 'node:crypto';
import type { Caller } from '../../core/contract/endpoint.ts';
import { type CallResult, callResultSchema } from '../../core/contract/errors.ts';
import { fromBackendSchema, type ToBackend } from '../../core/contract/rpc.ts';
import type { BackendState } from '../../core/contract/shell-records.ts';
import type { BackendProcess, LaunchBackend } from './backend-process.ts';
import type { Log } from './log-entry.ts';

/** Waits before each restart. After more deaths in a row than this has entries the backend is given up. */
const RESTART_DELAYS_MS = [0, 250, 1_000, 3_000, 8_000] as const;
/** A backend that has lived so long is healthy: the next death is the first again. */
const HEALTHY_AFTER_MS = 60_000;
/** A backend that is not ready by then hangs. */
const READY_WITHIN_MS = 20_000;
/** A call under way in so many deaths may be what kills it, so it is not sent again. */
const SENDS_PER_CALL = 3;
/** How long closing the database may take at the end of the program. */
const CLOSE_WITHIN_MS = 3_000;

export interface SupervisorOptions {
  readonly launch: LaunchBackend;
  /** Opens the store again in a backend that has just started; calls of the windows wait for it. */
  readonly reopen: () => Promise<void>;
  readonly onState: (state: BackendState) => void;
  readonly onEvent: (name: string, payload: unknown) => void;
  readonly log: Pick<Log, 'error'>;
}

interface Pending {
  readonly message: ToBackend;
  readonly answer: (result: CallResult) => void;
  /** To how many backends it was sent. */
  sends: number;
}

const UNAVAILABLE: CallResult = {
  ok: false,
  error: { code: 'backend_unavailable', message: 'The records program stopped and could not be restarted.' },
};

/** Keeps the backend running. A call of a window is answered even if the backend dies in between. */
export class BackendSupervisor {
  readonly #options: SupervisorOptions;
  readonly #pending = new Map<number, Pending>();
  #state: BackendState = { state: 'starting', restarts: 0 };
  #process: BackendProcess | null = null;
  /** The `ready` message has come, so main's own calls can be sent. */
  #isListening = false;
  #isStopping = false;
  /** Resolves a renewal once the former backend has ended; null while none is under way. */
  #hasEnded: (() => void) | null = null;
  #deathsInARow = 0;
  #nextCallId = 0;

  constructor(options: SupervisorOptions) {
    this.#options = options;
  }

  getState(): BackendState {
    return this.#state;
  }

  /** A window's call. Waits while the backend restarts; `backend_unavailable` only once it was given up. */
  call(name: string, input: unknown, actor: string): Promise<CallResult> {
    return this.#submit('renderer', name, input, actor);
  }

  /** Main's own call: sent as soon as the backend listens, and not again if it dies. */
  callAsShell(name: string, input: unknown): Promise<CallResult> {
    return this.#submit('shell', name, input, '');
  }

  start(): void {
    if (this.#isStopping) return;
    const startedAt = Date.now();
    const process = this.#options.launch({
      onMessage: (message) => this.#receive(process, message),
      onExit: (code, trace) => {
        clearTimeout(hangTimer);
        if (!this.#isStopping && this.#hasEnded === null) {
          this.#options.log.error('backend exited', code === null ? 'signal' : String(code), trace);
        }
        this.#bury(Date.now() - startedAt);
      },
    });
    this.#process = process;
    const hangTimer = setTimeout(() => {
      if (!this.#isListening) process.kill();
    }, READY_WITHIN_MS);
  }

  /** Closes the store and ends the backend. No restart follows. */
  async stop(): Promise<void> {
    if (this.#isStopping) return;
    const closed = this.#closeStore();
    this.#isStopping = true;
    await closed;
    this.#process?.kill();
    this.#giveUpOn(() => true);
  }

  /** Closes the store and starts another backend, which knows nothing of the key that this one had. */
  async renew(): Promise<void> {
    await this.#closeStore();
    if (this.#isStopping || this.#process === null) return;
    const ended = new Promise<void>((resolve) => {
      this.#hasEnded = resolve;
    });
    this.#process.kill();
    await ended;
  }

  async #closeStore(): Promise<void> {
    const closed = this.#isListening ? this.callAsShell('store.close', {}) : Promise.resolve(UNAVAILABLE);
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, CLOSE_WITHIN_MS))]);
  }

  #submit(caller: Caller, name: string, input: unknown, actor: string): Promise<CallResult> {
    if (this.#isStopping || this.#state.state === 'failed') return Promise.resolve(UNAVAILABLE);
    return new Promise((answer) => {
      const callId = this.#nextCallId++;
      const message: ToBackend = {
        type: 'call',
        callId,
        requestId: randomUUID(),
        name,
        input,
        actor,
        caller,
      };
      this.#pending.set(callId, { message, answer, sends: 0 });
      if (caller === 'shell' ? this.#isListening : this.#state.state === 'ready') this.#send(callId);
    });
  }

  #send(callId: number): void {
    const call = this.#pending.get(callId);
    if (call === undefined || this.#process === null) return;
    call.sends += 1;
    this.#process.send(call.message);
  }

  #receive(process: BackendProcess, raw: unknown): void {
    if (this.#process !== process) return;
    const message = fromBackendSchema.safeParse(raw);
    if (!message.success) {
      this.#options.log.error('backend message that is not in the agreed form');
    } else if (message.data.type === 'ready') {
      void this.#becomeReady(process);
    } else if (message.data.type === 'event') {
      this.#options.onEvent(message.data.name, message.data.payload);
    } else {
      this.#settle(message.data.callId, message.data.result);
    }
  }

  async #becomeReady(process: BackendProcess): Promise<void> {
    this.#isListening = true;
    this.#sendAll('shell');
    try {
      await this.#options.reopen();
    } catch (error) {
      // Calls are answered all the same: with a closed store each says so, without an answer each would wait for ever.
      this.#options.log.error('store was not opened again', undefined, error);
    }
    // It may have died while the store was being opened.
    if (this.#process !== process || this.#isStopping) return;
    this.#changeState('ready', this.#state.restarts);
    this.#sendAll('renderer');
  }

  #sendAll(caller: Caller): void {
    for (const [callId, call] of this.#pending) if (call.message.caller === caller) this.#send(callId);
  }

  #settle(callId: number, result: unknown): void {
    const call = this.#pending.get(callId);
    if (!this.#pending.delete(callId)) return;
    const parsed = callResultSchema.safeParse(result);
    call?.answer(
      parsed.success
        ? parsed.data
        : { ok: false, error: { code: 'internal', message: 'The backend answered in an unknown form.' } },
    );
  }

  #giveUpOn(isLost: (call: Pending) => boolean): void {
    for (const [callId, call] of [...this.#pending]) if (isLost(call)) this.#settle(callId, UNAVAILABLE);
  }

  #bury(livedMs: number): void {
    this.#process = null;
    this.#isListening = false;
    if (this.#isStopping) return;
    if (this.#hasEnded !== null) {
      // Nobody may get an answer of the desk that was closed.
      this.#giveUpOn(() => true);
      this.#hasEnded();
      this.#hasEnded = null;
      this.start();
      return;
    }
    this.#giveUpOn(({ message, sends }) =>
      message.caller === 'shell' ? sends > 0 : sends >= SENDS_PER_CALL,
    );
    this.#deathsInARow = livedMs > HEALTHY_AFTER_MS ? 1 : this.#deathsInARow + 1;
    const delayMs = RESTART_DELAYS_MS[this.#deathsInARow - 1];
    if (delayMs === undefined) {
      this.#options.log.error('backend gave up');
      this.#changeState('failed', this.#state.restarts);
      this.#giveUpOn(() => true);
      return;
    }
    this.#changeState('restarting', this.#state.restarts + 1);
    setTimeout(() => this.start(), delayMs);
  }

  #changeState(state: BackendState['state'], restarts: number): void {
    this.#state = { state, restarts };
    this.#options.onState(this.#state);
  }
}
