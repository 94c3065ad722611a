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
  keys: { 'go.customers': 'F7' },
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

function read(content: object) {
  return readSettingsFile(file(content), settings, 'passphrase');
}

describe('a settings file', () => {
  it('brings to another computer what it can use, and neither a name nor a device', () => {
    const text = settingsFileText(settings);
    expect(text).not.toMatch(/Kim|Counter|Office|abc/);
    const moved = readSettingsFile(text, settings, 'passphrase');
    expect(moved?.change).toMatchObject({
      theme: 'dark',
      keys: { 'go.customers': 'F7' },
      lockAfterMinutes: 5,
    });
    expect(moved?.leftOut).toEqual([]);
  });

  it('is looked at value by value, and what is not understood is named', () => {
    const taken = read({ theme: 'purple', language: 'es', agentName: 'Mallory', later: 1 });
    expect(taken).toEqual({
      change: { language: 'es' },
      taken: ['language'],
      kept: [],
      leftOut: ['theme', 'agentName', 'later'],
    });
  });

  it('gives no key twice, and none that goes by place', () => {
    const keys = { 'go.customers': 'S', 'go.devices': '3', 'go.messages': 'F7', 'later.one': 'B' };
    const taken = read({ keys });
    expect(taken?.change.keys).toEqual({ 'go.messages': 'F7' });
    expect(taken?.leftOut.toSorted()).toEqual(['keys: go.customers', 'keys: go.devices', 'keys: later.one']);
  });

  it.each([
    [{ 'queue.filters': 'V', 'queue.views': 'Tab' }, {}],
    [
      { 'queue.filters': 'V', 'queue.views': 'F' },
      { 'queue.filters': 'V', 'queue.views': 'F' },
    ],
    [{ 'go.customers': 'F7', 'go.devices': 'F7' }, { 'go.customers': 'F7' }],
    [{ 'go.customers': 'F8' }, {}],
  ])('of the keys %j takes %j', (keys, usable) => {
    expect(read({ keys })?.change.keys).toEqual(usable);
  });

  it('gives no command the key that scans from any program', () => {
    const keys = { 'go.customers': 'Ctrl+Shift+Y' };
    expect(read({ keys, hotkey: 'Control+Shift+Y' })?.change.keys).toEqual({});
  });

  it('protects no computer less than it was, and says so', () => {
    const weaker = { lockAfterMinutes: 0, clipboardClearSeconds: 300, areCropsKept: true };
    expect(read(weaker)).toEqual({
      change: {},
      taken: [],
      kept: [
        { name: 'lockAfterMinutes', now: 5, offered: 0 },
        { name: 'clipboardClearSeconds', now: 60, offered: 300 },
        { name: 'areCropsKept', now: false, offered: true },
      ],
      leftOut: [],
    });
    const stronger = { lockAfterMinutes: 3, clipboardClearSeconds: 15, areCropsKept: false };
    expect(read(stronger)).toMatchObject({ change: stronger, kept: [] });
  });

  it('neither brings nor takes a lock that nobody has chosen', () => {
    expect(settingsFileText({ ...settings, lockAfterMinutes: null })).not.toContain('lockAfterMinutes');
    expect(read({ lockAfterMinutes: null })).toEqual({ change: {}, taken: [], kept: [], leftOut: [] });
    const unchosen = { ...settings, lockAfterMinutes: null };
    const half = file({ lockAfterMinutes: 30 });
    expect(readSettingsFile(half, unchosen, 'passphrase')?.kept).toHaveLength(1);
    expect(readSettingsFile(half, unchosen, 'keyring')?.kept).toEqual([]);
  });

  it.each([
    '',
    '[]',
    'null',
    '{"settings":{}}',
    '{"format":"resetdesk-settings","version":2,"settings":{}}',
    file([]),
  ])('is not %s', (text) => {
    expect(readSettingsFile(text, settings, 'passphrase')).toBeNull();
  });
});
