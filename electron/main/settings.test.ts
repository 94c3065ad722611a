import { describe, expect, it } from 'vitest';
import type { LocalStore } from './local-store.ts';
import { createSettings, type SettingsFile } from './settings.ts';

function setUp(file: SettingsFile | null, computerLanguage: 'en' | 'es' = 'en') {
  let content = file;
  const store: LocalStore<SettingsFile> = {
    fileState: 'good',
    read: () => content,
    readAnew: () => content,
    write: (next) => {
      content = next;
    },
  };
  const told: string[] = [];
  const settings = createSettings(store, computerLanguage);
  settings.onChange((changed) => told.push(changed.theme));
  return { settings, told, file: () => content };
}

describe('settings', () => {
  it('are complete before anything was chosen', () => {
    expect(setUp(null).settings.get()).toMatchObject({
      theme: 'system',
      language: 'en',
      cameraDeviceId: null,
    });
  });

  it('begin in the language of the computer, until another is chosen', () => {
    const { settings } = setUp(null, 'es');
    expect(settings.get().language).toBe('es');
    expect(settings.update({ language: 'en' }).language).toBe('en');
    expect(settings.get().language).toBe('en');
  });

  it('keep what was chosen and fill in what an older version did not know', () => {
    expect(setUp({ agentName: 'Kim' }).settings.get()).toMatchObject({ agentName: 'Kim', theme: 'system' });
  });

  it('change only what was given, write it and tell it', () => {
    const { settings, told, file } = setUp({ agentName: 'Kim' });
    const changed = settings.update({ theme: 'dark', agentName: undefined });
    expect(changed).toMatchObject({ theme: 'dark', agentName: 'Kim' });
    expect(file()).toMatchObject({ theme: 'dark', agentName: 'Kim' });
    expect(told).toEqual(['dark']);
  });
});

describe('the name that signs', () => {
  it('is nobody until somebody has said it', () => {
    expect(setUp(null).settings.get().agentName).toBe('');
  });

  it('is not the account that an earlier version had taken for it', () => {
    expect(setUp({ agentName: 'root' }).settings.get().agentName).toBe('');
  });

  it.each(['root', ' Administrator', ''])('can not be %j', (agentName) => {
    const { settings, file } = setUp({ agentName: 'Kim' });
    expect(() => settings.update({ agentName })).toThrow('not of a person');
    expect(file()).toEqual({ agentName: 'Kim' });
  });
});

describe('a change', () => {
  it('writes no standard, which the next version may have another one for', () => {
    const { settings, file } = setUp(null);
    settings.update({ theme: 'dark' });
    expect(file()).toEqual({ theme: 'dark' });
  });
});
