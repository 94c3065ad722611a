import { EventEmitter } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { connectToMain } from './port.ts';

/** What Electron puts on `process` in a utility process. */
class FakeParentPort extends EventEmitter {
  readonly sent: unknown[] = [];
  postMessage(message: unknown): void {
    this.sent.push(message);
  }
}

afterEach(() => {
  Reflect.deleteProperty(process, 'parentPort');
});

describe('connectToMain', () => {
  it('talks over the parent port of a utility process, which wraps what it gets', () => {
    const parentPort = new FakeParentPort();
    Object.assign(process, { parentPort });
    const received: unknown[] = [];
    const port = connectToMain();
    port.onMessage((message) => received.push(message));
    parentPort.emit('message', { data: { type: 'call' } });
    port.send({ type: 'ready' });
    expect(received).toEqual([{ type: 'call' }]);
    expect(parentPort.sent).toEqual([{ type: 'ready' }]);
  });

  it('refuses to be started by hand', () => {
    const { send } = process;
    Reflect.set(process, 'send', undefined);
    try {
      expect(() => connectToMain()).toThrow('not by hand');
    } finally {
      Reflect.set(process, 'send', send);
    }
  });
});
