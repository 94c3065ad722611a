import { describe, expect, it } from 'vitest';
import { isPermitted } from './permissions.ts';

const OURS = 'app://resetdesk/index.html';
const CONSOLE = { isConsole: true, isWindowChosen: false };
const CHOSEN = { isConsole: true, isWindowChosen: true };
const PRACTICE = { isConsole: false, isWindowChosen: true };

describe('isPermitted', () => {
  it('gives the console the webcam and the writing of text to the clipboard', () => {
    expect(isPermitted('media', OURS, ['video'], CONSOLE)).toBe(true);
    expect(isPermitted('clipboard-sanitized-write', OURS, [], CONSOLE)).toBe(true);
  });

  it('lets our pages ask for a window to watch once the agent has chosen one, and not before', () => {
    for (const permission of ['display-capture', 'media']) {
      expect(isPermitted(permission, OURS, [], CHOSEN)).toBe(true);
      expect(isPermitted(permission, OURS, [], CONSOLE)).toBe(false);
      expect(isPermitted(permission, 'https://resetdesk.example/', [], CHOSEN)).toBe(false);
    }
    expect(isPermitted('media', OURS, ['audio'], CHOSEN)).toBe(false);
  });

  it('refuses the microphone, alone or with the webcam, and a request that names no device', () => {
    expect(isPermitted('media', OURS, ['audio'], CONSOLE)).toBe(false);
    expect(isPermitted('media', OURS, ['video', 'audio'], CONSOLE)).toBe(false);
    expect(isPermitted('media', OURS, [], CONSOLE)).toBe(false);
    expect(isPermitted('media', OURS, [undefined], CONSOLE)).toBe(false);
  });

  it('refuses the webcam to every other origin', () => {
    expect(isPermitted('media', 'https://resetdesk.example/', ['video'], CONSOLE)).toBe(false);
    expect(isPermitted('media', 'app://resetdesk.example/', ['video'], CONSOLE)).toBe(false);
    expect(isPermitted('media', '', ['video'], CONSOLE)).toBe(false);
  });

  it.each(['clipboard-read', 'geolocation', 'notifications', 'openExternal', 'usb', 'hid'])(
    'refuses %s to our own pages as well',
    (permission) => {
      expect(isPermitted(permission, OURS, ['video'], CONSOLE)).toBe(false);
    },
  );

  it('gives the practice device nothing, not even the webcam', () => {
    for (const permission of ['media', 'display-capture', 'clipboard-sanitized-write'])
      for (const types of [['video'], []]) expect(isPermitted(permission, OURS, types, PRACTICE)).toBe(false);
  });
});
