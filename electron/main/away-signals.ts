import type { Message } from 'dbus-native';
import type { BusName, DesktopBus } from './desktop-bus.ts';

/** Who tells on the session bus that the screen is locked: KDE and many others, GNOME, Cinnamon, MATE, Xfce. */
const SCREEN_SAVERS: readonly string[] = [
  'org.freedesktop.ScreenSaver',
  'org.gnome.ScreenSaver',
  'org.cinnamon.ScreenSaver',
  'org.mate.ScreenSaver',
  'org.xfce.ScreenSaver',
];
/** systemd's, on the system bus: it locks sessions and sends the computer to sleep, also where no desktop tells. */
const SESSION = 'org.freedesktop.login1.Session';
const MANAGER = 'org.freedesktop.login1.Manager';
const PROPERTIES = 'org.freedesktop.DBus.Properties';

const signalRule = (from: string, member: string) => `type='signal',interface='${from}',member='${member}'`;

const RULES: Readonly<Record<BusName, readonly string[]>> = {
  session: SCREEN_SAVERS.map((name) => signalRule(name, 'ActiveChanged')),
  system: [
    signalRule(SESSION, 'Lock'),
    signalRule(MANAGER, 'PrepareForSleep'),
    `${signalRule(PROPERTIES, 'PropertiesChanged')},arg0='${SESSION}'`,
  ],
};

/**
 * Does the desktop say that nobody is at the screen from now on? Whose session it means is not looked at: where two share a
 * computer, a lock too many costs a passphrase.
 */
export function saysAway({
  interface: from = '',
  member,
  body = [],
}: Pick<Message, 'interface' | 'member' | 'body'>): boolean {
  const [first, second] = body;
  if (SCREEN_SAVERS.includes(from)) return member === 'ActiveChanged' && first === true;
  if (from === MANAGER) return member === 'PrepareForSleep' && first === true;
  if (from === SESSION) return member === 'Lock';
  const changed = from === PROPERTIES && first === SESSION ? second : null;
  return (
    typeof changed === 'object' && changed !== null && 'LockedHint' in changed && changed.LockedHint === true
  );
}

/**
 * On Linux Electron tells that the computer sleeps, and not that the screen is locked; the desktop tells both by D-Bus.
 *
 * @returns the buses that tell it; none where there is no D-Bus
 */
export async function listenForAway(
  open: (name: BusName) => Promise<DesktopBus | null>,
  leave: () => void,
): Promise<readonly BusName[]> {
  const heard: BusName[] = [];
  for (const name of ['session', 'system'] as const) {
    const bus = await open(name);
    if (bus === null) continue;
    try {
      await bus.listen(RULES[name], (signal) => {
        if (saysAway(signal)) leave();
      });
      heard.push(name);
    } catch {
      bus.close();
    }
  }
  return heard;
}
