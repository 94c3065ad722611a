import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { keepNormalBounds } from './normal-bounds.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const NORMAL = { x: 60, y: 40, width: 1200, height: 800 };
const WHOLE = { x: 0, y: 0, width: 1920, height: 1080 };

function newWindow() {
  const now = { bounds: NORMAL, isMaximized: false, isFullScreen: false, isMinimized: false };
  const window = Object.assign(new EventEmitter(), {
    getBounds: () => now.bounds,
    // As Electron on Linux after a window was minimised while it was maximised.
    getNormalBounds: () => now.bounds,
    isDestroyed: () => false,
    isVisible: () => true,
    isMaximized: () => now.isMaximized,
    isFullScreen: () => now.isFullScreen,
    isMinimized: () => now.isMinimized,
  });
  return { now, window, normalBounds: keepNormalBounds(window) };
}

it.each(['isMaximized', 'isFullScreen'] as const)('keeps the size of before while the window %s', (state) => {
  const { now, window, normalBounds } = newWindow();
  // The size is told first.
  now.bounds = WHOLE;
  window.emit('resize');
  now[state] = true;
  vi.runAllTimers();
  expect(normalBounds()).toEqual(NORMAL);
  Object.assign(now, { isMinimized: true, isMaximized: false });
  expect(normalBounds()).toEqual(NORMAL);
});

it('follows the agent, who moves the window and makes it larger', () => {
  const { now, window, normalBounds } = newWindow();
  now.bounds = { ...NORMAL, width: 1400 };
  window.emit('resize');
  vi.runAllTimers();
  now.bounds = WHOLE;
  now.isMaximized = true;
  window.emit('resize');
  expect(normalBounds()).toEqual({ ...NORMAL, width: 1400 });
});
