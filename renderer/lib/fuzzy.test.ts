import { describe, expect, it } from 'vitest';
import { fitOf } from './fuzzy.ts';

describe('fitOf', () => {
  it.each([
    ['backup', 'Backups'],
    ['BACK', 'Backups'],
    ['restor back', 'Restore a backup'],
    ['menu', 'Menü'],
    ['camara', 'Cámara'],
    ['ajustes', 'Ir a los ajustes'],
    ['board', 'Clipboard'],
  ])('finds %s in %s', (typed, name) => {
    expect(fitOf(typed, name)).not.toBeNull();
  });

  it.each([
    ['bakcup', 'two letters changed about'],
    ['bckup', 'one missing'],
    ['backkup', 'one too many'],
    ['bagkup', 'a wrong one'],
  ])('looks past a slip: %s (%s)', (typed) => {
    expect(fitOf(typed, 'Backups')).not.toBeNull();
    expect(fitOf(typed, 'Backups')).toBeGreaterThan(fitOf('backup', 'Backups') ?? 99);
  });

  it.each([
    ['', 'Backups'],
    ['xy', 'Backups'],
    ['lock theme', 'Lock the desk'],
    ['bgkap', 'Backups'],
    ['can', 'Theme'],
  ])('does not find "%s" in %s', (typed, name) => {
    expect(fitOf(typed, name)).toBeNull();
  });

  it('puts the beginning of a word before its inside', () => {
    expect(fitOf('lock', 'Lock the desk')).toBeLessThan(fitOf('lock', 'Unlocked') ?? 0);
  });
});
