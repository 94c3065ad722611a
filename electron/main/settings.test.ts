import { describe, expect, it } from 'vitest';
import type { LocalStore } from './local-store.ts';
import { createSettings, type SettingsFile, settingsFileSchema } from './settings.ts';

function setUp(file: SettingsFile | null, computerLanguage: 'en' | 'es' = 'en') {
  let content = file;
  const store: LocalStore<SettingsFile> = {
    fileState: 'good',
    read: () => content,
    write: (next) => {
      content = next;
    },
  };
  const told: string[] = [];
  const settings = createSettings(store, computerLanguage, (changed) => told.push(changed.theme));
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

describe('the settings file', () => {
  it('may hold a field of a later version, which is left out', () => {
    expect(settingsFileSchema.parse({ theme: 'dark', later: 1 })).toEqual({ theme: 'dark' });
  });

  it('is damaged when a field holds what it can not', () => {
    expect(settingsFileSchema.safeParse({ theme: 'purple' }).success).toBe(false);
  });
});
