import { describe, expect, it } from 'vitest';
import { type AsideWindow, stepAside } from './step-aside.ts';

const NORMAL = { x: 100, y: 50, width: 1200, height: 800 };

interface Desktop {
  /** What happens to a window that asks to be minimised. */
  readonly minimises: boolean;
  readonly isFocused?: boolean;
  readonly isMaximized?: boolean;
  readonly isFullScreen?: boolean;
}

/** A window on a desktop; a window manager keeps the state of one that is minimised, and forgets that of one that is hidden. */
function windowOn({ minimises, isFocused = true, isMaximized = false, isFullScreen = false }: Desktop) {
  const now = {
    isFocused,
    isMaximized,
    isFullScreen,
    isMinimized: false,
    isHidden: false,
    isDestroyed: false,
    bounds: NORMAL,
  };
  const window: AsideWindow = {
    getBounds: () => now.bounds,
    isDestroyed: () => now.isDestroyed,
    isFocused: () => now.isFocused,
    isFullScreen: () => now.isFullScreen,
    isMaximized: () => now.isMaximized,
    isMinimized: () => now.isMinimized && !now.isFullScreen,
    minimize: () => {
      if (minimises) Object.assign(now, { isMinimized: true, isFocused: false });
    },
    hide: () =>
      Object.assign(now, {
        isHidden: true,
        isFocused: false,
        isMaximized: false,
        isFullScreen: false,
        bounds: { ...NORMAL, x: 0, y: 0 },
      }),
    show: () => Object.assign(now, { isHidden: false, isMinimized: false, isFocused: true }),
    maximize: () => Object.assign(now, { isMaximized: true }),
    setFullScreen: (isWanted) => Object.assign(now, { isFullScreen: isWanted }),
    setBounds: (bounds) => Object.assign(now, { bounds }),
  };
  return { now, window };
}

const STATES = [{}, { isMaximized: true }, { isFullScreen: true }];

describe('stepAside', () => {
  it.each(STATES)('minimises a window, and the window manager gives it back as it was: %j', async (state) => {
    const { now, window } = windowOn({ minimises: true, ...state });
    const before = { ...now };
    const bringBack = await stepAside(window, false);
    expect(now).toMatchObject({ isMinimized: true, isHidden: false });
    bringBack();
    expect(now).toEqual(before);
  });

  it.each(STATES)(
    'hides a window that nobody minimises, and gives it back what it had: %j',
    async (state) => {
      for (const isWayland of [false, true]) {
        const { now, window } = windowOn({ minimises: false, ...state });
        const bringBack = await stepAside(window, isWayland);
        expect(now.isHidden).toBe(true);
        bringBack();
        expect(now).toMatchObject({ isHidden: false, ...state });
        if (Object.keys(state).length === 0) expect(now.bounds).toEqual(NORMAL);
      }
    },
  );

  it('takes no answer from a Wayland desktop for one', async () => {
    const { now, window } = windowOn({ minimises: true });
    await stepAside(window, true);
    expect(now).toMatchObject({ isMinimized: false, isHidden: true });
  });

  it('leaves a window on its other workspace', async () => {
    const { now, window } = windowOn({ minimises: false, isFocused: false });
    const before = { ...now };
    const bringBack = await stepAside(window, false);
    expect(now).toEqual(before);
    bringBack();
    expect(now).toEqual(before);
  });

  it('does nothing to a window that was closed meanwhile', async () => {
    const { now, window } = windowOn({ minimises: true });
    const bringBack = await stepAside(window, false);
    now.isDestroyed = true;
    bringBack();
    expect(now.isMinimized).toBe(true);
  });
});
