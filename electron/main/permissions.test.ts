import { describe, expect, it } from 'vitest';
import { isPermitted } from './permissions.ts';

const OURS = 'app://resetdesk/index.html';

describe('isPermitted', () => {
  it('gives our pages the webcam and the writing of text to the clipboard', () => {
    expect(isPermitted('media', OURS, ['video'])).toBe(true);
    expect(isPermitted('clipboard-sanitized-write', OURS, [])).toBe(true);
  });

  it('lets our pages ask for a window to watch once the agent has chosen one, and not before', () => {
    for (const permission of ['display-capture', 'media']) {
      expect(isPermitted(permission, OURS, [], true)).toBe(true);
      expect(isPermitted(permission, OURS, [], false)).toBe(false);
      expect(isPermitted(permission, 'https://resetdesk.example/', [], true)).toBe(false);
    }
    expect(isPermitted('media', OURS, ['audio'], true)).toBe(false);
  });

  it('refuses the microphone, alone or with the webcam, and a request that names no device', () => {
    expect(isPermitted('media', OURS, ['audio'])).toBe(false);
    expect(isPermitted('media', OURS, ['video', 'audio'])).toBe(false);
    expect(isPermitted('media', OURS, [])).toBe(false);
    expect(isPermitted('media', OURS, [undefined])).toBe(false);
  });

  it('refuses the webcam to every other origin', () => {
    expect(isPermitted('media', 'https://resetdesk.example/', ['video'])).toBe(false);
    expect(isPermitted('media', 'app://resetdesk.example/', ['video'])).toBe(false);
    expect(isPermitted('media', '', ['video'])).toBe(false);
  });

  it.each(['clipboard-read', 'geolocation', 'notifications', 'openExternal', 'usb', 'hid'])(
    'refuses %s to our own pages as well',
    (permission) => {
      expect(isPermitted(permission, OURS, ['video'])).toBe(false);
    },
  );
});
