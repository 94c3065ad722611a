import { EventEmitter } from 'node:events';
import type { BrowserWindow, WebContents } from 'electron';
import { describe, expect, it } from 'vitest';
import { ConsoleRequests } from './console-requests.ts';

/** As much of a page as requests look at. */
const newPage = () => new EventEmitter() as WebContents;

function requests() {
  const done: string[] = [];
  const windows = {
    console: null as BrowserWindow | null,
    showConsole: () => void done.push('shown'),
  };
  const open = new ConsoleRequests<string>(windows, (request) => void done.push(request));
  return {
    done,
    open,
    /** A window with a page that is loaded: it listens from now on. */
    load(page = newPage()) {
      windows.console = { webContents: page } as BrowserWindow;
      return { page, taken: open.take(page) };
    },
    closeWindow() {
      windows.console = null;
    },
  };
}

describe('ConsoleRequests', () => {
  it('opens the window, and hands over what was asked for once its page listens', () => {
    const { done, open, load } = requests();
    open.request('ticket 1');
    open.request('ticket 2');
    expect(done).toEqual(['shown', 'shown']);
    const { page, taken } = load();
    expect(taken).toBe('ticket 2');
    expect(open.take(page)).toBeNull();
  });

  it('hands over all of them where they are joined', () => {
    const windows = { console: null, showConsole: () => undefined };
    const open = new ConsoleRequests<readonly string[]>(
      windows,
      () => undefined,
      (waiting, next) => [...waiting, ...next],
    );
    open.request(['call 1']);
    open.request(['call 2']);
    expect(open.take(newPage())).toEqual(['call 1', 'call 2']);
  });

  it('tells a page that listens at once', () => {
    const { done, open, load } = requests();
    load();
    open.request('ticket 1');
    expect(done).toEqual(['ticket 1']);
  });

  it.each(['destroyed', 'did-navigate', 'render-process-gone'])(
    'keeps it for the next page after "%s"',
    (end) => {
      const { done, open, load } = requests();
      load().page.emit(end);
      open.request('ticket 1');
      expect(done).toEqual(['shown']);
      expect(load().taken).toBe('ticket 1');
    },
  );

  it('keeps it when the window was closed and the end of its page was not told yet', () => {
    const { done, open, load, closeWindow } = requests();
    load();
    closeWindow();
    open.request('ticket 1');
    expect(done).toEqual(['shown']);
    expect(load().taken).toBe('ticket 1');
  });
});
