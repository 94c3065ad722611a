import { describe, expect, it } from 'vitest';
import { keyCaps, recordPress } from './accelerator.ts';

function press(code: string, key: string, held: string[] = []) {
  return {
    code,
    key,
    ctrlKey: held.includes('Ctrl'),
    shiftKey: held.includes('Shift'),
    altKey: held.includes('Alt'),
    metaKey: held.includes('Meta'),
    getModifierState: (name: string) => held.includes(name),
  };
}

describe('recording a hotkey', () => {
  it.each([
    [press('F2', 'F2', ['Ctrl', 'Shift']), 'Control+Shift+F2'],
    [press('F8', 'F8', ['Shift']), 'Shift+F8'],
    [press('KeyS', 'S', ['Ctrl', 'Shift']), 'Control+Shift+S'],
    [press('Digit2', '"', ['Ctrl', 'Shift']), 'Control+Shift+2'],
    [press('KeyQ', 'A', ['Ctrl', 'Shift']), 'Control+Shift+A'],
    [press('KeyA', 'Ф', ['Ctrl', 'Shift']), 'Control+Shift+A'],
  ])('takes %o', (pressed, accelerator) => {
    expect(recordPress(pressed, false)).toEqual({ kind: 'accelerator', accelerator });
  });

  it('takes the Command key on macOS only', () => {
    const pressed = press('Digit2', '2', ['Meta', 'Shift']);
    expect(recordPress(pressed, true)).toEqual({ kind: 'accelerator', accelerator: 'Command+Shift+2' });
    expect(recordPress(pressed, false)).toEqual({ kind: 'refused', why: 'system' });
  });

  it('waits while only modifiers are held', () => {
    expect(recordPress(press('ControlLeft', 'Control', ['Ctrl']), false)).toEqual({ kind: 'waiting' });
  });

  it.each([
    [press('F2', 'F2', ['Ctrl', 'Alt']), 'alt'],
    [press('KeyE', '€', ['AltGraph']), 'alt'],
    [press('KeyC', 'c', ['Ctrl']), 'tooSimple'],
    [press('F5', 'F5'), 'tooSimple'],
    [press('KeyA', 'A', ['Shift']), 'tooSimple'],
    [press('Delete', 'Delete', ['Ctrl', 'Shift']), 'key'],
  ])('refuses %o and says why', (pressed, why) => {
    expect(recordPress(pressed, false)).toEqual({ kind: 'refused', why });
  });
});

describe('keyCaps', () => {
  it('are what the keyboard prints', () => {
    expect(keyCaps('Control+Shift+F2')).toEqual(['Ctrl', 'Shift', 'F2']);
    expect(keyCaps('Command+Shift+2')).toEqual(['Cmd', 'Shift', '2']);
  });
});
