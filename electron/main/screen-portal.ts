import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import type { Message } from 'dbus-native';
import type { DesktopBus } from './desktop-bus.ts';

/** By which a desktop gives one picture of the screen, or a stream of them. */
export type ScreenPortal = 'Screenshot' | 'ScreenCast';

const DESKTOP = {
  destination: 'org.freedesktop.portal.Desktop',
  path: '/org/freedesktop/portal/desktop',
} as const;
const REQUEST = 'org.freedesktop.portal.Request';

/** A desktop that asks its user shows a question first. Meanwhile the console is away, so it does not wait for ever. */
const ANSWERED_WITHIN_MS = 60_000;

/** As the portals number their answers. */
const GIVEN = 0;
const LEFT = 1;

/** `left`: refused, or its user left the question; `failed`: the desktop could not take one; `unanswered`: it said nothing. */
export type Screenshot =
  | { readonly kind: 'given'; readonly file: string }
  | { readonly kind: 'left' | 'failed' | 'unanswered' };

/** Is it offered? Asks the desktop's user nothing. */
export async function offersScreenPortal(bus: DesktopBus, portal: ScreenPortal): Promise<boolean> {
  try {
    const version = await bus.call({
      ...DESKTOP,
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      body: [`org.freedesktop.portal.${portal}`, 'version'],
    });
    return typeof version === 'number' && version > 0;
  } catch {
    return false;
  }
}

/**
 * Asks for one picture, which the desktop writes into a file. It may ask its user, and many remember the answer.
 *
 * @param isArea the desktop lets its user mark what is to be on it
 * @throws Error where the portal does not take the question
 */
export async function askForScreenshot(
  bus: DesktopBus,
  isArea: boolean,
  withinMs = ANSWERED_WITHIN_MS,
): Promise<Screenshot> {
  const token = `resetdesk_${randomBytes(8).toString('hex')}`;
  let settle: (answer: Screenshot) => void = () => undefined;
  const isAnswered = new Promise<Screenshot>((resolve) => {
    settle = resolve;
  });
  // Listened for before it is asked: an answer can come at once.
  await bus.listen([`type='signal',interface='${REQUEST}',member='Response'`], (signal) => {
    if (signal.member === 'Response' && signal.path?.endsWith(`/${token}`) === true) settle(answerIn(signal));
  });
  const request = await bus.call({
    ...DESKTOP,
    interface: 'org.freedesktop.portal.Screenshot',
    member: 'Screenshot',
    signature: 'sa{sv}',
    body: [
      '',
      [
        ['handle_token', ['s', token]],
        ['interactive', ['b', isArea]],
      ],
    ],
  });
  const timer = setTimeout(() => settle({ kind: 'unanswered' }), withinMs);
  const answer = await isAnswered;
  clearTimeout(timer);
  if (answer.kind === 'unanswered' && typeof request === 'string') await close(bus, request);
  return answer;
}

/** Takes the desktop's question from its screen. */
async function close(bus: DesktopBus, request: string): Promise<void> {
  const call = { ...DESKTOP, path: request, interface: REQUEST, member: 'Close' };
  // One that has ended meanwhile needs no closing.
  await bus.call(call).catch(() => undefined);
}

function answerIn({ body = [] }: Pick<Message, 'body'>): Screenshot {
  const [code, results] = body;
  if (code === LEFT) return { kind: 'left' };
  const uri = typeof results === 'object' && results !== null && 'uri' in results ? results.uri : null;
  if (code !== GIVEN || typeof uri !== 'string' || !uri.startsWith('file:///')) return { kind: 'failed' };
  try {
    return { kind: 'given', file: fileURLToPath(uri) };
  } catch {
    return { kind: 'failed' };
  }
}
