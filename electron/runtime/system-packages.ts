import { existsSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { type Captured, runCaptured } from './run.ts';
import { SetupError } from './setup-error.ts';

/**
 * What Electron needs on Debian and Ubuntu, and Xvfb for running where there is no display. A requirement is met by any
 * of its names: Ubuntu 24.04 and Debian 13 renamed some when time became 64 bits wide (`t64`).
 */
export const REQUIREMENTS: readonly (readonly string[])[] = [
  ['xvfb'],
  ['libgtk-3-0t64', 'libgtk-3-0'],
  ['libnss3'],
  ['libgbm1'],
  ['libasound2t64', 'libasound2'],
  ['libatk-bridge2.0-0t64', 'libatk-bridge2.0-0'],
  ['libxss1'],
];

/** People have a window manager, so a virtual display has one too. */
export const WINDOW_MANAGER: readonly (readonly string[])[] = [['openbox']];

/** What `npm run e2e -- --desktop` plays on. */
export const DESKTOP_KINDS = ['x11', 'wayland'] as const;
export type DesktopKind = (typeof DESKTOP_KINDS)[number];

/** What every desktop has beside its windows: buses, a keyring, notifications. */
const SURROUNDINGS = [
  ['dbus-daemon'],
  ['libglib2.0-bin'],
  ['gnome-keyring'],
  ['libsecret-1-0'],
  ['dunst'],
] as const;

/** A desktop with all that stands around ResetDesk on a person's computer. */
export const DESKTOP_REQUIREMENTS: Readonly<Record<DesktopKind, readonly (readonly string[])[]>> = {
  x11: [...WINDOW_MANAGER, ...SURROUNDINGS, ['xfwm4'], ['wmctrl'], ['xterm']],
  wayland: [
    ...SURROUNDINGS,
    ['sway'],
    ['xwayland'],
    ['wtype'],
    ['pipewire'],
    ['wireplumber'],
    ['xdg-desktop-portal'],
    ['xdg-desktop-portal-wlr'],
    ['xdg-desktop-portal-gtk'],
    ['grim'],
  ],
};

/** What the tests of the team's store run on; each run makes a server of its own with it. */
export const TEAM_STORE_REQUIREMENTS: readonly (readonly string[])[] = [['postgresql'], ['pgbouncer']];

/** Makes sure that the system packages are there, installing them when it may. */
export async function ensureSystemPackages(requirements = REQUIREMENTS): Promise<void> {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/dpkg-query')) return;
  const names = requirements.flat();
  // biome-ignore lint/suspicious/noTemplateCurlyInString: dpkg-query has its own fields in this notation.
  const query = await runCaptured('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Abbrev}\n', ...names]);
  const missing = missingRequirements(query.stdout, requirements);
  if (missing.length === 0) return;

  const prefix = await privilege();
  if (prefix === null) {
    const wanted = await chooseNames(missing);
    throw new SetupError(
      'ResetDesk needs system packages that are not installed, and may not install them itself.\n' +
        `Please run this, then try again:\n\n  sudo apt-get update && sudo apt-get install -y ${wanted.join(' ')}\n`,
    );
  }
  console.log(`Installing missing system packages: ${missing.map((names) => names.at(-1)).join(', ')}`);
  await runAptGet(prefix, ['update', '-q']);
  await runAptGet(prefix, [
    'install',
    '-y',
    '-q',
    '--no-install-recommends',
    ...(await chooseNames(missing)),
  ]);
}

/** Requirements that none of the installed packages meets. `listing` has lines `name status`, `ii` being installed. */
export function missingRequirements(
  listing: string,
  requirements = REQUIREMENTS,
): readonly (readonly string[])[] {
  const installed = new Set<string>();
  for (const line of listing.split('\n')) {
    const [name, status] = line.trim().split(/\s+/);
    if (name !== undefined && status === 'ii') installed.add(name);
  }
  return requirements.filter((names) => !names.some((name) => installed.has(name)));
}

/** Names for which apt has a version to install, from the output of `apt-cache policy`. */
export function installableNames(policy: string): ReadonlySet<string> {
  const names = new Set<string>();
  let current = '';
  for (const line of policy.split('\n')) {
    const heading = /^(\S+):$/.exec(line)?.[1];
    if (heading !== undefined) current = heading;
    const candidate = /^\s+Candidate:\s+(\S+)/.exec(line)?.[1];
    if (candidate !== undefined && candidate !== '(none)') names.add(current);
  }
  return names;
}

/** For each requirement the name that this release of the system has; the older name when apt can not tell. */
async function chooseNames(missing: readonly (readonly string[])[]): Promise<readonly string[]> {
  const policy = await runCaptured('apt-cache', ['policy', ...missing.flat()]);
  const installable = installableNames(policy.stdout);
  return missing.map((names) => names.find((name) => installable.has(name)) ?? names.at(-1) ?? '');
}

/** What to put before a command so that it runs as root; null when that is not possible without a password. */
async function privilege(): Promise<readonly string[] | null> {
  if (process.getuid?.() === 0) return [];
  const sudo = await runCaptured('sudo', ['-n', 'true']);
  return sudo.exitCode === 0 ? ['sudo', '-n'] : null;
}

async function runAptGet(prefix: readonly string[], args: readonly string[]): Promise<void> {
  // `env` carries the variables across sudo, which clears the environment.
  const line = [...prefix, 'env', 'DEBIAN_FRONTEND=noninteractive', 'LC_ALL=C', 'apt-get', ...args];
  const [command = 'env', ...rest] = line;
  const { exitCode, stdout, stderr } = await untilUnlocked(() => runCaptured(command, rest), wait);
  process.stdout.write(stdout);
  if (exitCode === 0) return;
  throw new SetupError(
    `${stderr}\nInstalling the system packages failed (exit code ${exitCode}). The command was:\n\n  ${line.join(' ')}\n`,
  );
}

const LOCK_POLL_MS = 5_000;
/** Unattended upgrades can take so long. */
const LOCK_TRIES = 180;

async function wait(tries: number): Promise<void> {
  if (tries === 1) console.log('Another program is installing packages; waiting for its end.');
  await delay(LOCK_POLL_MS);
}

/**
 * Runs apt again while another program holds one of its locks. Its own option for waiting does not count for the lock on the
 * lists.
 *
 * @param pause is given how often it was locked so far
 */
export async function untilUnlocked(
  run: () => Promise<Captured>,
  pause: (tries: number) => Promise<void>,
): Promise<Captured> {
  for (let tries = 1; ; tries += 1) {
    const result = await run();
    const isLocked =
      result.exitCode !== 0 && /Could not get lock|Unable to (?:lock|acquire)/.test(result.stderr);
    if (!isLocked || tries === LOCK_TRIES) return result;
    await pause(tries);
  }
}
