import type { Message } from 'dbus-native';
import { describe, expect, it } from 'vitest';
import type { BusCall, DesktopBus } from './desktop-bus.ts';
import { askForScreenshot, offersScreenPortal } from './screen-portal.ts';

/** A desktop that answers a question for a picture with `response`, or with null never. */
function desktop(response: readonly unknown[] | null, refusal: Error | null = null) {
  let end: () => void = () => undefined;
  const calls: BusCall[] = [];
  let hear: (signal: Message) => void = () => undefined;
  const bus: DesktopBus = {
    async call(call) {
      calls.push(call);
      if (refusal !== null) throw refusal;
      if (call.member !== 'Screenshot') return 2;
      const [, options] = call.body as [string, [string, [string, unknown]][]];
      const token = options.find(([name]) => name === 'handle_token')?.[1][1];
      const path = `/org/freedesktop/portal/desktop/request/1_7/${token}`;
      hear({ member: 'Response', path: `${path}_of_another`, body: [0, { uri: 'file:///other.png' }] });
      if (response !== null) hear({ member: 'Response', path, body: [...response] });
      return path;
    },
    async listen(_rules, heard, onEnd = () => undefined) {
      hear = heard;
      end = onEnd;
    },
    close: () => undefined,
  };
  return { bus, calls, say: (signal: Message) => hear(signal), end: () => end() };
}

/** As the bus tells that a call has failed. */
function busError(name: string): Error {
  return Object.assign(new Error(name), { dbusName: `org.freedesktop.DBus.Error.${name}` });
}

const picture = { isArea: false } as const;

describe('askForScreenshot', () => {
  it('answers with the file of its own question, also when the answer comes before the call has returned', async () => {
    const { bus, calls } = desktop([0, { uri: 'file:///home/kim/Pictures/Shot%201.png' }]);
    expect(await askForScreenshot(bus, picture)).toEqual({
      kind: 'given',
      file: '/home/kim/Pictures/Shot 1.png',
    });
    expect(calls).toHaveLength(1);
  });

  it('lets the desktop ask for an area', async () => {
    const { bus, calls } = desktop([1, {}]);
    await askForScreenshot(bus, { isArea: true });
    expect(calls[0]?.body?.[1]).toContainEqual(['interactive', ['b', true]]);
  });

  it('tells no refusal from a failure, as portals do not, and takes no address but that of a file', async () => {
    for (const code of [1, 2])
      expect(await askForScreenshot(desktop([code, {}]).bus, picture)).toEqual({ kind: 'none' });
    for (const response of [[0, {}], [0, { uri: 'https://example.com/a.png' }], [0, null], []])
      expect(await askForScreenshot(desktop(response).bus, picture)).toEqual({ kind: 'failed' });
  });

  it('takes the question back where nobody answers, and hears of the picture that comes after all', async () => {
    const { bus, calls, say } = desktop(null);
    const answer = await askForScreenshot(bus, { ...picture, withinMs: 1 });
    if (answer.kind !== 'unanswered') throw new Error(answer.kind);
    const path = expect.stringContaining('/request/1_7/resetdesk_');
    expect(calls.at(-1)).toMatchObject({ member: 'Close', path });
    say({ member: 'Response', path: calls.at(-1)?.path ?? '', body: [0, { uri: 'file:///late.png' }] });
    expect(await answer.late).toBe('/late.png');
  });

  it('takes it back when it is told to', async () => {
    const { bus, calls } = desktop(null);
    const question = new AbortController();
    const answer = askForScreenshot(bus, { isArea: true, signal: question.signal });
    question.abort();
    expect(await answer).toMatchObject({ kind: 'unanswered' });
    await expect.poll(() => calls.at(-1)?.member).toBe('Close');
  });

  it('ends when the portal or the bus goes away', async () => {
    const left = desktop(null);
    const answer = askForScreenshot(left.bus, picture);
    const body = (owner: string) => ['org.freedesktop.portal.Desktop', '', owner];
    left.say({ member: 'NameOwnerChanged', body: body(':1.9') });
    left.say({ member: 'NameOwnerChanged', body: body('') });
    expect(await answer).toEqual({ kind: 'failed' });
    const ended = desktop(null);
    const unheard = askForScreenshot(ended.bus, picture);
    ended.end();
    expect(await unheard).toEqual({ kind: 'failed' });
  });

  it('knows one who does not offer it from one who is slow or fails', async () => {
    const kindOf = async (name: string) =>
      (await askForScreenshot(desktop(null, busError(name)).bus, picture)).kind;
    expect(await kindOf('ServiceUnknown')).toBe('notOffered');
    expect(await kindOf('UnknownMethod')).toBe('notOffered');
    expect(await kindOf('NoReply')).toBe('unanswered');
    expect(await kindOf('Failed')).toBe('failed');
  });
});

it('knows what a desktop offers by its version; one that is slow to start may offer it', async () => {
  expect(await offersScreenPortal(desktop(null).bus, 'ScreenCast')).toBe(true);
  expect(await offersScreenPortal(desktop(null, busError('InvalidArgs')).bus, 'ScreenCast')).toBe(false);
  expect(await offersScreenPortal(desktop(null, busError('ServiceUnknown')).bus, 'ScreenCast')).toBe(false);
  expect(await offersScreenPortal(desktop(null, busError('NoReply')).bus, 'ScreenCast')).toBe(true);
});
