import type { Message } from 'dbus-native';
import { describe, expect, it } from 'vitest';
import type { BusCall, DesktopBus } from './desktop-bus.ts';
import { askForScreenshot, offersScreenPortal } from './screen-portal.ts';

/** A desktop that answers a question for a picture with `response`, or with null never. */
function desktop(response: readonly unknown[] | null) {
  const calls: BusCall[] = [];
  let hear: (signal: Message) => void = () => undefined;
  const bus: DesktopBus = {
    async call(call) {
      calls.push(call);
      if (call.member !== 'Screenshot') return 2;
      const [, options] = call.body as [string, [string, [string, unknown]][]];
      const token = options.find(([name]) => name === 'handle_token')?.[1][1];
      const path = `/org/freedesktop/portal/desktop/request/1_7/${token}`;
      hear({ member: 'Response', path: `${path}_of_another`, body: [0, { uri: 'file:///other.png' }] });
      if (response !== null) hear({ member: 'Response', path, body: [...response] });
      return path;
    },
    async listen(_rules, heard) {
      hear = heard;
    },
    close: () => undefined,
  };
  return { bus, calls };
}

describe('askForScreenshot', () => {
  it('answers with the file of its own question, also when the answer comes before the call has returned', async () => {
    const { bus, calls } = desktop([0, { uri: 'file:///home/kim/Pictures/Shot%201.png' }]);
    expect(await askForScreenshot(bus, false)).toEqual({
      kind: 'given',
      file: '/home/kim/Pictures/Shot 1.png',
    });
    expect(calls).toHaveLength(1);
  });

  it('lets the desktop ask for an area', async () => {
    const { bus, calls } = desktop([1, {}]);
    await askForScreenshot(bus, true);
    expect(calls[0]?.body?.[1]).toContainEqual(['interactive', ['b', true]]);
  });

  it('tells a refusal from a failure, and takes no address but that of a file', async () => {
    expect(await askForScreenshot(desktop([1, {}]).bus, false)).toEqual({ kind: 'left' });
    for (const response of [[2, {}], [0, {}], [0, { uri: 'https://example.com/a.png' }], [0, null], []])
      expect(await askForScreenshot(desktop(response).bus, false)).toEqual({ kind: 'failed' });
  });

  it('takes the question back where nobody answers', async () => {
    const { bus, calls } = desktop(null);
    expect(await askForScreenshot(bus, false, 1)).toEqual({ kind: 'unanswered' });
    expect(calls.at(-1)).toMatchObject({
      member: 'Close',
      path: expect.stringContaining('/request/1_7/resetdesk_'),
    });
  });
});

it('knows what a desktop offers by its version', async () => {
  expect(await offersScreenPortal(desktop(null).bus, 'ScreenCast')).toBe(true);
  const none: DesktopBus = {
    call: () => Promise.reject(new Error('No such interface')),
    listen: () => Promise.resolve(),
    close: () => undefined,
  };
  expect(await offersScreenPortal(none, 'ScreenCast')).toBe(false);
});
