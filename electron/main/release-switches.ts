/**
 * Switches that a release takes: its own, and those of Chromium that say how windows are drawn, where the profile is, in which
 * language and with which keyring. All others are refused, known or not: they open the program to others (debugging), take
 * its protection away (sandbox, web security), load foreign code or lead its traffic elsewhere, and each Chromium brings new ones.
 */
const ACCEPTED: ReadonlySet<string> = new Set([
  'scan',
  'self-test',
  'no-startup-window',
  'user-data-dir',
  'password-store',
  'lang',
  'class',
  'disable-gpu',
  'disable-gpu-compositing',
  'disable-dev-shm-usage',
  'enable-wayland-ime',
  'force-color-profile',
  'force-dark-mode',
  'force-device-scale-factor',
  'force-renderer-accessibility',
  'gtk-version',
  'ozone-platform',
  'ozone-platform-hint',
  'use-angle',
  'use-gl',
  'wayland-text-input-version',
  // Windows starts the program with these for a click on a notification, and its installer after an update.
  'toastactivated',
  'embedding',
  'updated',
]);

/** macOS gives a program that the Finder starts its number. */
const PROCESS_NUMBER = /^psn_\d+_\d+$/;

/**
 * The switches in a command line that a release does not take, as they were written, without their values.
 *
 * @param args without the program itself
 */
export function refusedSwitches(args: readonly string[], platform: NodeJS.Platform): readonly string[] {
  const end = args.indexOf('--');
  const switches = (end === -1 ? args : args.slice(0, end)).filter(
    (arg) => arg.startsWith('-') || (platform === 'win32' && arg.startsWith('/')),
  );
  return [...new Set(switches.map((arg) => arg.split('=', 1)[0] ?? arg))].filter((name) => !isAccepted(name));
}

function isAccepted(written: string): boolean {
  const name = written.replace(/^(?:--?|\/)/, '').toLowerCase();
  return ACCEPTED.has(name) || PROCESS_NUMBER.test(name);
}
