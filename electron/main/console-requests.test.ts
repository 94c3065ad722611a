import { EventEmitter } from 'node:events';
import type { WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { ConsoleRequests } from './console-requests.ts';

/** As much of a page as requests look at. */
function page(isDestroyed = false): WebContents {
  return Object.assign(new EventEmitter(), { isDestroyed: () => isDestroyed }) as unknown as WebContents;
}

function requests() {
  const done: string[] = [];
  const windows = { showConsole: () => void done.push('shown') };
  return { done, requests: new ConsoleRequests<string>(windows, (request) => void done.push(request)) };
}

describe('ConsoleRequests', () => {
  it('opens the window, and hands over what was asked for once its page listens', () => {
    const { done, requests: open } = requests();
    open.request('ticket 1');
    open.request('ticket 2');
    expect(done).toEqual(['shown', 'shown']);
    const first = page();
    expect(open.take(first)).toBe('ticket 2');
    expect(open.take(first)).toBeNull();
  });

  it('tells a page that listens at once', () => {
    const { done, requests: open } = requests();
    open.take(page());
    open.request('ticket 1');
    expect(done).toEqual(['shown', 'ticket 1']);
  });

  it.each(['destroyed', 'did-navigate', 'render-process-gone'])(
    'keeps it for the next page after "%s"',
    (end) => {
      const { done, requests: open } = requests();
      const closed = page();
      open.take(closed);
      closed.emit(end);
      open.request('ticket 1');
      expect(done).toEqual(['shown']);
      expect(open.take(page())).toBe('ticket 1');
    },
  );

  it('keeps it also when the end of a page was not told yet', () => {
    const { done, requests: open } = requests();
    open.take(page(true));
    open.request('ticket 1');
    expect(done).toEqual(['shown']);
    expect(open.take(page())).toBe('ticket 1');
  });
});
