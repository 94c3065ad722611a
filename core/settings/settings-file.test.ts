import { describe, expect, it } from 'vitest';
import type { Settings } from '../contract/shell-records.ts';
import { readSettingsFile, settingsFileText } from './settings-file.ts';

const settings: Settings = {
  theme: 'dark',
  language: 'es',
  agentName: 'Kim Janssen',
  cameraDeviceId: 'abc',
  cameraLabel: 'Counter camera',
  isCameraMirrored: true,
  cameraPreferences: {},
  isScanContinuous: true,
  areCropsKept: false,
  areSingleKeysEnabled: true,
  keys: { 'go.customers': 'F4' },
  isFirstDayOver: true,
  queueDensity: 'compact',
  printing: {
    handOut: { printer: 'Office', paper: 'a4' },
    receipt: { printer: null, paper: 'receipt80' },
  },
  hotkey: null,
  areNotificationsShown: true,
  clipboardClearSeconds: 60,
  lockAfterMinutes: 5,
};

function file(content: object): string {
  return JSON.stringify({ format: 'resetdesk-settings', version: 1, settings: content });
}

describe('a settings file', () => {
  it('brings to another computer what it can use, and neither a name nor a device', () => {
    const text = settingsFileText(settings);
    expect(text).not.toMatch(/Kim|Counter|Office|abc/);
    const read = readSettingsFile(text);
    expect(read?.change).toMatchObject({
      theme: 'dark',
      keys: { 'go.customers': 'F4' },
      lockAfterMinutes: 5,
    });
    expect(read?.leftOut).toEqual([]);
  });

  it('is looked at value by value, and what is not understood is named', () => {
    const read = readSettingsFile(file({ theme: 'purple', language: 'es', agentName: 'Mallory', later: 1 }));
    expect(read).toEqual({
      change: { language: 'es' },
      taken: ['language'],
      leftOut: ['theme', 'agentName', 'later'],
    });
  });

  it('gives no key twice, and none that goes by place', () => {
    const keys = { 'go.customers': 'S', 'go.devices': '3', 'go.messages': 'F7', 'later.one': 'B' };
    expect(readSettingsFile(file({ keys }))?.change.keys).toEqual({ 'go.messages': 'F7' });
  });

  it.each([
    '',
    '[]',
    'null',
    '{"settings":{}}',
    '{"format":"resetdesk-settings","version":2,"settings":{}}',
    file([]),
  ])('is not %s', (text) => {
    expect(readSettingsFile(text)).toBeNull();
  });
});
