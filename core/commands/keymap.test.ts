import { describe, expect, it } from 'vitest';
import { commandIds, commands, isPlaceKey } from './commands.ts';
import { hotkeyConflicts, keyConflicts, keyFault, keyOf, keyOrFault, onlyChosen } from './keymap.ts';

describe('the register of commands', () => {
  it('gives no key twice where both could stand on screen', () => {
    const twice = commandIds.flatMap((command) => {
      const { key } = commands[command];
      return key === null ? [] : keyConflicts(command, key, {}).map((other) => `${command} ${other}`);
    });
    expect(twice).toEqual([]);
  });

  it('has no key that goes by place, and none that could not be chosen', () => {
    const keys = commandIds.flatMap((command) => {
      const { key, isFixed } = commands[command];
      return key === null || isFixed === true ? [] : [key];
    });
    expect(keys.filter((key) => isPlaceKey(key) || keyFault(key, null) !== null)).toEqual([]);
  });
});

describe('chosen keys', () => {
  it('stand in place of the standard ones, or take them away', () => {
    expect(keyOf('scan.open', {})).toBe('S');
    expect(keyOf('scan.open', { 'scan.open': 'F7' })).toBe('F7');
    expect(keyOf('scan.open', { 'scan.open': null })).toBeNull();
  });

  it('never move a key that the shell listens for', () => {
    expect(keyOf('size.larger', { 'size.larger': 'B' })).toBe('Ctrl++');
  });

  it('are told what else has them, by what they are now', () => {
    expect(keyConflicts('go.customers', 'S', {})).toEqual(['scan.open']);
    expect(keyConflicts('go.customers', 'S', { 'scan.open': 'F7' })).toEqual([]);
    expect(keyConflicts('go.customers', 'F7', { 'scan.open': 'F7' })).toEqual(['scan.open']);
  });

  it('may be alike in places that never meet', () => {
    expect(keyConflicts('scanner.light', 'N', {})).toEqual([]);
    expect(keyConflicts('queue.tag', 'C', {})).toEqual([]);
  });

  it.each([
    ['Enter', 'place'],
    ['3', 'place'],
    ['Space', 'place'],
    ['Ctrl+C', 'system'],
    ['Ctrl+Shift+V', 'system'],
    ['F8', 'system'],
    ['F9', 'system'],
    ['Ctrl+Shift+Y', 'hotkey'],
    ['MediaPlay', 'unknown'],
    ['F13', 'unknown'],
    ['B', null],
    ['F7', null],
    ['Ctrl+J', null],
    ['Ctrl+Shift+P', null],
  ])('%s is refused for: %s', (key, fault) => {
    expect(keyFault(key, 'Control+Shift+Y')).toBe(fault);
  });

  it('are heard by every name of the press', () => {
    expect(keyOrFault(['Minus', '6'], null)).toEqual({ fault: 'place' });
    expect(keyOrFault(['Equal', 'Plus'], null)).toEqual({ key: 'Equal' });
    expect(keyConflicts('go.customers', 'Equal', {})).toEqual(['scanner.zoomIn']);
    expect(keyOrFault([], null)).toEqual({ fault: 'unknown' });
  });

  it('are not taken by the key that scans from any program', () => {
    expect(hotkeyConflicts('Control+Shift+Z', {})).toEqual(['change.redo']);
    expect(hotkeyConflicts('Control+Shift+B', { 'go.devices': 'Ctrl+Shift+B' })).toEqual(['go.devices']);
    expect(hotkeyConflicts('Shift+F4', {})).toEqual([]);
  });

  it('are kept without standards and without commands of a later version', () => {
    expect(onlyChosen({ 'scan.open': 'S', 'go.queue': 'F3', 'later.thing': 'B' })).toEqual({
      'go.queue': 'F3',
    });
  });
});
