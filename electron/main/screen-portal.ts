import { randomBytes } from 'node:crypto';
import { setTimeout as delay } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Message } from 'dbus-native';
import { type DesktopBus, isUnanswered, saysNotThere } from './desktop-bus.ts';

/** By which a desktop gives one picture of the screen, or a stream of them. */
export type ScreenPortal = 'Screenshot' | 'ScreenCast';

const DESKTOP = {
  destination: 'org.freedesktop.portal.Desktop',
  path: '/org/freedesktop/portal/desktop',
} as const;
const REQUEST = 'org.freedesktop.portal.Request';
const PORTAL_LEAVES = `type='signal',sender='org.freedesktop.DBus',member='NameOwnerChanged',arg0='${DESKTOP.destination}'`;

/** A program that was not needed yet since the computer has started takes seconds to come. */
const STARTS_WITHIN_MS = 20_000;

/** A desktop that asks its user shows a question first. Meanwhile the console is away, so it does not wait for ever. */
const ANSWERED_WITHIN_MS = 60_000;

/** Who marks an area is at it, and may first bring the right window up. */
const MARKED_WITHIN_MS = 600_000;

/** Until a picture that was asked for no longer comes. */
const LATE_MS = 60_000;

const GIVEN = 0;

/**
 * - `none`: refused, left, or failed. The numbers of the portals do not tell: who presses "Deny", or has denied it for ever, is 2 like a
 *   desktop that fails, and so is who leaves the tool for an area on some.
 * - `unanswered`: it said nothing, or the question was taken back. `late` is the file that came after all, or null.
 * - `failed`: the desktop or its portal went away, or answered something else
 */
export type Screenshot =
  | { readonly kind: 'given'; readonly file: string }
  | { readonly kind: 'unanswered'; readonly late: Promise<string | null> }
  | { readonly kind: 'none' | 'notOffered' | 'failed' };

/** Is it offered? Asks the desktop's user nothing. One that does not answer in time may offer it: a try tells. */
export async function offersScreenPortal(bus: DesktopBus, portal: ScreenPortal): Promise<boolean> {
  try {
    const version = await bus.call({
      ...DESKTOP,
      interface: 'org.freedesktop.DBus.Properties',
      member: 'Get',
      signature: 'ss',
      body: [`org.freedesktop.portal.${portal}`, 'version'],
      withinMs: STARTS_WITHIN_MS,
    });
    return typeof version === 'number' && version > 0;
  } catch (error) {
    return !saysNotThere(error);
  }
}

export interface ScreenshotQuestion {
  /** The desktop lets its user mark what is to be on it. */
  readonly isArea: boolean;
  /** Takes the question back. */
  readonly signal?: AbortSignal;
  readonly withinMs?: number;
}

/**
 * Asks for one picture, which the desktop writes into a file. It may ask its user, and many remember the answer.
 *
 * @throws Error where the bus does not let us hear the answer
 */
export async function askForScreenshot(
  bus: DesktopBus,
  { isArea, signal, withinMs = isArea ? MARKED_WITHIN_MS : ANSWERED_WITHIN_MS }: ScreenshotQuestion,
): Promise<Screenshot> {
  const token = `resetdesk_${randomBytes(8).toString('hex')}`;
  const [isAnswered, answerWith] = settledLater<Answer>();
  const [isTakenBack, takeBackWith] = settledLater<Answer>();
  const takeBack = () => takeBackWith({ kind: 'unanswered' });
  // Listened for before it is asked: an answer can come at once.
  await bus.listen(
    [`type='signal',interface='${REQUEST}',member='Response'`, PORTAL_LEAVES],
    (heard) => {
      if (heard.member === 'Response' && heard.path?.endsWith(`/${token}`) === true)
        answerWith(answerIn(heard));
      else if (isPortalGone(heard)) answerWith({ kind: 'failed' });
    },
    () => answerWith({ kind: 'failed' }),
  );
  const timer = setTimeout(takeBack, withinMs);
  signal?.addEventListener('abort', takeBack);
  if (signal?.aborted) takeBack();
  const asked = ask(bus, token, isArea, withinMs + LATE_MS).catch((error: unknown) => {
    if (isUnanswered(error)) takeBack();
    else answerWith({ kind: saysNotThere(error) ? 'notOffered' : 'failed' });
  });
  const answer = await Promise.race([isAnswered, isTakenBack]);
  clearTimeout(timer);
  signal?.removeEventListener('abort', takeBack);
  if (answer.kind !== 'unanswered') return answer;
  // One whose program is still starting is closed as soon as it is there.
  void asked.then((request) => (typeof request === 'string' ? close(bus, request) : undefined));
  const cameLate = isAnswered.then((late) => (late.kind === 'given' ? late.file : null));
  return { kind: 'unanswered', late: Promise.race([cameLate, delay(LATE_MS, null, { ref: false })]) };
}

type Answer = Exclude<Screenshot, { readonly kind: 'unanswered' }> | { readonly kind: 'unanswered' };

/** A promise, and what settles it. */
function settledLater<Value>(): [Promise<Value>, (value: Value) => void] {
  let settle: (value: Value) => void = () => undefined;
  const promise = new Promise<Value>((resolve) => {
    settle = resolve;
  });
  return [promise, settle];
}

/** Answers the path of the question, where it can be taken back. */
function ask(bus: DesktopBus, token: string, isArea: boolean, withinMs: number): Promise<unknown> {
  return bus.call({
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
    withinMs,
  });
}

/** Takes the desktop's question from its screen. */
async function close(bus: DesktopBus, request: string): Promise<void> {
  const call = { ...DESKTOP, path: request, interface: REQUEST, member: 'Close' };
  // One that has ended meanwhile needs no closing.
  await bus.call(call).catch(() => undefined);
}

/** A program that has gone answers nothing any more; the bus tells that its name has no owner. */
function isPortalGone({ member, body = [] }: Pick<Message, 'member' | 'body'>): boolean {
  const [name, , owner] = body;
  return member === 'NameOwnerChanged' && name === DESKTOP.destination && owner === '';
}

function answerIn({ body = [] }: Pick<Message, 'body'>): Answer {
  const [code, results] = body;
  if (code !== GIVEN) return { kind: typeof code === 'number' ? 'none' : 'failed' };
  const uri = typeof results === 'object' && results !== null && 'uri' in results ? results.uri : null;
  if (typeof uri !== 'string' || !uri.startsWith('file:///')) return { kind: 'failed' };
  try {
    return { kind: 'given', file: fileURLToPath(uri) };
  } catch {
    return { kind: 'failed' };
  }
}
