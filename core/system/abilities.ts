/** The kinds of desktop that ResetDesk runs on. */
export const SYSTEMS = ['windows', 'macos', 'x11', 'wayland'] as const;
export type System = (typeof SYSTEMS)[number];

/**
 * What depends on the system.
 *
 * - `hotkey`: a key that scans from any program
 * - `screens`: seeing all screens, for a scan
 * - `watch`: seeing one window over time
 * - `screenLock`: hearing that the computer's screen is locked
 * - `keyring`: the system's own store for the key of the records
 * - `unseen`: leaving the window out of pictures of the screen while a code or password shows
 * - `clipboardMark`: having clipboard histories leave out what is copied
 * - `noticeButtons`: buttons on desktop notifications
 */
export const ABILITIES = [
  'hotkey',
  'screens',
  'watch',
  'screenLock',
  'keyring',
  'unseen',
  'clipboardMark',
  'noticeButtons',
] as const;
export type Ability = (typeof ABILITIES)[number];

/** `asks`: the system asks its user first; `depends`: some desktops of the kind have it. */
export type Extent = 'yes' | 'asks' | 'depends' | 'no';

/** `tried`: played on that system by our stories; `documented`: said by the system's makers or Electron's. */
export type Known = 'tried' | 'documented';

export interface AbilityFact {
  readonly extent: Extent;
  readonly known: Known;
  /** The story that tries it, in `e2e`; null where it is documented only. */
  readonly story: string | null;
}

const tried = (extent: Extent, story: string): AbilityFact => ({ extent, known: 'tried', story });
const documented = (extent: Extent): AbilityFact => ({ extent, known: 'documented', story: null });

/** What each system can do; the settings, the guide and the README say no more than this. */
export const SYSTEM_ABILITIES: Readonly<Record<Ability, Readonly<Record<System, AbilityFact>>>> = {
  hotkey: {
    windows: documented('yes'),
    macos: documented('yes'),
    x11: tried('yes', 'desktop/x11/openbox'),
    wayland: documented('depends'),
  },
  screens: {
    windows: documented('yes'),
    macos: documented('asks'),
    x11: tried('yes', 'specs/screen'),
    wayland: tried('depends', 'desktop/wayland/capture'),
  },
  watch: {
    windows: documented('yes'),
    macos: documented('asks'),
    x11: tried('yes', 'specs/watch'),
    wayland: documented('depends'),
  },
  screenLock: {
    windows: documented('yes'),
    macos: documented('yes'),
    x11: tried('depends', 'desktop/x11/away'),
    wayland: tried('depends', 'desktop/wayland/away'),
  },
  keyring: {
    windows: documented('yes'),
    macos: documented('yes'),
    x11: tried('depends', 'desktop/x11/keyring'),
    wayland: tried('depends', 'desktop/wayland/keyring'),
  },
  unseen: {
    windows: documented('yes'),
    macos: documented('yes'),
    x11: documented('no'),
    wayland: documented('no'),
  },
  clipboardMark: {
    windows: documented('no'),
    macos: documented('no'),
    x11: documented('no'),
    wayland: documented('no'),
  },
  noticeButtons: {
    windows: documented('yes'),
    macos: documented('yes'),
    x11: documented('depends'),
    wayland: documented('depends'),
  },
};

/** @param platform as Node names it; all but Windows and macOS counts as Linux */
export function systemOf(platform: string, isWayland: boolean): System {
  if (platform === 'win32') return 'windows';
  if (platform === 'darwin') return 'macos';
  return isWayland ? 'wayland' : 'x11';
}
