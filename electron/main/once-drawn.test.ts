import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { onceDrawn } from './once-drawn.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function newWindow() {
  const window = new EventEmitter();
  const webContents = new EventEmitter();
  let isDestroyed = false;
  const shown = vi.fn();
  onceDrawn(Object.assign(window, { webContents, isDestroyed: () => isDestroyed }), shown);
  return {
    shown,
    isReady: () => window.emit('ready-to-show'),
    isLoaded: () => webContents.emit('did-finish-load'),
    isLate: () => vi.runAllTimers(),
    destroy: () => {
      isDestroyed = true;
    },
  };
}

describe('onceDrawn', () => {
  it.each(['isReady', 'isLoaded', 'isLate'] as const)('shows a window once, when first it %s', (first) => {
    const window = newWindow();
    expect(window.shown).not.toHaveBeenCalled();
    window[first]();
    expect(window.shown).toHaveBeenCalledOnce();
    window.isLoaded();
    window.isReady();
    window.isLate();
    expect(window.shown).toHaveBeenCalledOnce();
  });

  it('does not show a window that is gone', () => {
    const window = newWindow();
    window.destroy();
    window.isLoaded();
    window.isLate();
    expect(window.shown).not.toHaveBeenCalled();
  });
});
