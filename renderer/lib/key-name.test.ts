import { describe, expect, it } from 'vitest';
import { isSingleKey, keyName } from './key-name.ts';

function press(
  code: string,
  key: string,
  held: 'ctrlKey' | 'altKey' | 'metaKey' | 'AltGraph' | null = null,
  isShifted = false,
) {
  return {
    code,
    key,
    ctrlKey: held === 'ctrlKey',
    altKey: held === 'altKey',
    metaKey: held === 'metaKey',
    shiftKey: isShifted,
    getModifierState: (modifier: string) => modifier === held,
  };
}

describe('keyName', () => {
  it.each([
    ['KeyS', 's', 'S'],
    ['KeyS', 'ы', 'S'],
    ['Digit1', '&', '1'],
    ['Numpad3', '3', '3'],
    ['NumpadEnter', 'Enter', 'Enter'],
    ['F2', 'F2', 'F2'],
    ['ArrowDown', 'ArrowDown', 'ArrowDown'],
  ])('names the key at %s by its place, though it prints "%s"', (code, key, name) => {
    expect(keyName(press(code, key))).toBe(name);
  });

  it.each([
    ['Slash', '/', 'Slash'],
    ['Digit7', '/', 'Slash'],
    ['NumpadDivide', '/', 'Slash'],
    ['Slash', '?', 'Question'],
    ['Minus', '?', 'Question'],
    ['Equal', '+', 'Plus'],
    ['BracketRight', '+', 'Plus'],
    ['NumpadSubtract', '-', 'Minus'],
    ['Slash', '-', 'Minus'],
  ])('finds the sign wherever a layout prints it: %s "%s"', (code, key, name) => {
    expect(keyName(press(code, key))).toBe(name);
  });

  it('takes the place of the US slash for nothing where it prints something else', () => {
    expect(keyName(press('Slash', 'é'))).toBeNull();
  });

  it.each(['ctrlKey', 'altKey', 'metaKey', 'AltGraph'] as const)('leaves presses with %s alone', (held) => {
    expect(keyName(press('KeyS', 's', held))).toBeNull();
  });
});

describe('undo and redo', () => {
  it.each([
    ['the US layout', 'KeyZ', 'z', 'ctrlKey', false, 'Ctrl+Z'],
    ['a German layout, which prints Z elsewhere', 'KeyY', 'z', 'ctrlKey', false, 'Ctrl+Z'],
    ['a Russian layout, which prints none', 'KeyZ', 'я', 'ctrlKey', false, 'Ctrl+Z'],
    ['a Mac', 'KeyZ', 'z', 'metaKey', false, 'Ctrl+Z'],
    ['Shift', 'KeyZ', 'Z', 'ctrlKey', true, 'Ctrl+Shift+Z'],
  ] as const)('are found with %s', (_what, code, key, held, isShifted, name) => {
    expect(keyName(press(code, key, held, isShifted))).toBe(name);
  });

  it('are not the key that prints Y, where Z lies on the US layout', () => {
    expect(keyName(press('KeyZ', 'y', 'ctrlKey'))).toBeNull();
  });
});

describe('isSingleKey', () => {
  it.each(['S', '1', 'Slash', 'Question'])('counts %s', (name) => {
    expect(isSingleKey(name)).toBe(true);
  });

  it.each(['Enter', 'Escape', 'F2', 'ArrowDown'])('does not count %s', (name) => {
    expect(isSingleKey(name)).toBe(false);
  });
});
