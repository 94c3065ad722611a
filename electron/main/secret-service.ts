import type { Message } from 'dbus-native';
import type { BusCall, DesktopBus } from './desktop-bus.ts';

/** How the keyring stands that a Linux desktop keeps secrets in: there is none, or none was made yet; locked; or open. */
export type SecretServiceState = 'none' | 'locked' | 'open';

/** The desktop's own question stays until it is answered; an agent who went away finds the button again. */
const ANSWERED_WITHIN_MS = 120_000;

const NOTHING = '/';
const PROMPT = 'org.freedesktop.Secret.Prompt';
const SERVICE = {
  destination: 'org.freedesktop.secrets',
  path: '/org/freedesktop/secrets',
  interface: 'org.freedesktop.Secret.Service',
} as const;

/**
 * Asks nobody anything, so it answers at once.
 *
 * @throws Error where the keyring is there and does not answer
 */
export async function readSecretService(bus: DesktopBus): Promise<SecretServiceState> {
  const collection = await defaultCollection(bus);
  if (collection === null) return 'none';
  try {
    const isLocked = await bus.call({
      ...SERVICE,
      path: collection,
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      body: ['org.freedesktop.Secret.Collection', 'Locked'],
    });
    return isLocked === false ? 'open' : 'locked';
  } catch (error) {
    if (saysThereIsNone(error)) return 'none';
    throw error;
  }
}

/** Nobody on this desktop keeps secrets, or not this one. Whoever only answers too late may do so the next time. */
function saysThereIsNone(error: unknown): boolean {
  const name = error instanceof Error && 'dbusName' in error ? String(error.dbusName) : '';
  return /\.Error\.(?:ServiceUnknown|Spawn\..+|Unknown(?:Object|Method|Interface))$/.test(name);
}

/** Has the desktop ask its user to unlock the keyring. Resolves when that was answered, however. */
export async function askToUnlock(bus: DesktopBus): Promise<void> {
  const collection = await defaultCollection(bus);
  if (collection === null) return;
  const answer = await bus.call({ ...SERVICE, member: 'Unlock', signature: 'ao', body: [[collection]] });
  const prompt = Array.isArray(answer) ? answer[1] : NOTHING;
  if (typeof prompt !== 'string' || prompt === NOTHING) return;
  await answered(bus, prompt, {
    ...SERVICE,
    path: prompt,
    interface: PROMPT,
    member: 'Prompt',
    signature: 's',
    body: [''],
  });
}

async function defaultCollection(bus: DesktopBus): Promise<string | null> {
  try {
    const path = await bus.call({ ...SERVICE, member: 'ReadAlias', signature: 's', body: ['default'] });
    return typeof path === 'string' && path !== NOTHING ? path : null;
  } catch (error) {
    if (saysThereIsNone(error)) return null;
    throw error;
  }
}

async function answered(bus: DesktopBus, prompt: string, show: BusCall): Promise<void> {
  let settle: () => void = () => undefined;
  const isAnswered = new Promise<void>((resolve) => {
    settle = resolve;
  });
  const timer = setTimeout(settle, ANSWERED_WITHIN_MS);
  try {
    await bus.listen(
      [`type='signal',interface='${PROMPT}',member='Completed'`],
      ({ path, member }: Message) => {
        if (path === prompt && member === 'Completed') settle();
      },
    );
    await bus.call(show);
    await isAnswered;
  } finally {
    clearTimeout(timer);
  }
}
