import type { Message } from 'dbus-native';
import { describe, expect, it, vi } from 'vitest';
import { listenForAway, saysAway } from './away-signals.ts';

const LOGIN = 'org.freedesktop.login1';
const lockedHint = (isLocked: boolean) => ({
  interface: 'org.freedesktop.DBus.Properties',
  member: 'PropertiesChanged',
  body: [`${LOGIN}.Session`, { LockedHint: isLocked }, []],
});

describe('saysAway', () => {
  it.each(['freedesktop', 'gnome', 'cinnamon', 'mate', 'xfce'])('hears the screen saver of %s', (desktop) => {
    const told = (isActive: boolean) => ({
      interface: `org.${desktop}.ScreenSaver`,
      member: 'ActiveChanged',
      body: [isActive],
    });
    expect(saysAway(told(true))).toBe(true);
    expect(saysAway(told(false))).toBe(false);
  });

  it('hears systemd lock a session and send the computer to sleep', () => {
    expect(saysAway({ interface: `${LOGIN}.Session`, member: 'Lock' })).toBe(true);
    expect(saysAway(lockedHint(true))).toBe(true);
    expect(saysAway({ interface: `${LOGIN}.Manager`, member: 'PrepareForSleep', body: [true] })).toBe(true);
  });

  it('takes nothing else for it', () => {
    expect(saysAway({ interface: `${LOGIN}.Session`, member: 'Unlock' })).toBe(false);
    expect(saysAway(lockedHint(false))).toBe(false);
    expect(saysAway({ interface: `${LOGIN}.Manager`, member: 'PrepareForSleep', body: [false] })).toBe(false);
    expect(saysAway({ ...lockedHint(true), body: [`${LOGIN}.User`, { LockedHint: true }] })).toBe(false);
    expect(saysAway({ ...lockedHint(true), body: [`${LOGIN}.Session`, null] })).toBe(false);
    expect(saysAway({})).toBe(false);
  });
});

describe('listenForAway', () => {
  it('listens on the buses that there are', async () => {
    const heard: ((signal: Message) => void)[] = [];
    const leave = vi.fn();
    const bus = {
      call: async () => null,
      listen: async (_rules: readonly string[], hear: (signal: Message) => void) => void heard.push(hear),
      close: () => undefined,
    };
    expect(await listenForAway(async (name) => (name === 'session' ? bus : null), leave)).toEqual([
      'session',
    ]);
    heard[0]?.({ interface: 'org.gnome.ScreenSaver', member: 'ActiveChanged', body: [true] });
    expect(leave).toHaveBeenCalledOnce();
  });

  it('does without where a bus refuses or is not there', async () => {
    const close = vi.fn();
    const refusing = { call: async () => null, listen: () => Promise.reject(new Error('refused')), close };
    expect(await listenForAway(async () => refusing, vi.fn())).toEqual([]);
    expect(close).toHaveBeenCalledTimes(2);
    expect(await listenForAway(async () => null, vi.fn())).toEqual([]);
  });
});
