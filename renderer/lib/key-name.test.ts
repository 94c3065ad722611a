import { describe, expect, it } from 'vitest';
import { ariaKey, isFieldKey, isSingleKey, keyNames } from './key-name.ts';

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

describe('a letter', () => {
  it.each([
    ['the US layout', 'KeyS', 's', 'S'],
    ['CapsLock', 'KeyS', 'S', 'S'],
    ['a French layout: A', 'KeyQ', 'a', 'A'],
    ['a French layout: Q', 'KeyA', 'q', 'Q'],
    ['a French layout: M', 'Semicolon', 'm', 'M'],
    ['a German layout: Z', 'KeyY', 'z', 'Z'],
    ['Dvorak: N', 'KeyL', 'n', 'N'],
    ['Dvorak: B', 'KeyN', 'b', 'B'],
    ['Dvorak: S', 'Semicolon', 's', 'S'],
  ])('is the one that is printed, with %s', (_, code, key, name) => {
    expect(keyNames(press(code, key))).toEqual([name]);
  });

  it.each([
    ['Russian', 'KeyS', 'ы', 'S'],
    ['Greek', 'KeyS', 'σ', 'S'],
    ['Arabic', 'KeyA', 'ش', 'A'],
    ['Turkish, whose dotless i is none of the 26', 'KeyI', 'ı', 'I'],
  ])('is found by its place where the layout prints another script: %s', (_, code, key, name) => {
    expect(keyNames(press(code, key))).toEqual([name]);
  });

  it.each([
    ['the comma of a French layout, where M lies on the US one', 'KeyM', ','],
    ['the apostrophe of Dvorak, where Q lies', 'KeyQ', "'"],
    ['the semicolon of Dvorak, where Z lies', 'KeyZ', ';'],
    ['an accent', 'BracketLeft', 'Dead'],
    ['a key that an input method takes', 'KeyA', 'Process'],
  ])('is not %s', (_, code, key) => {
    expect(keyNames(press(code, key))).toEqual([]);
  });
});

describe('a digit', () => {
  it.each([
    ['Digit1', '1', ['1']],
    ['Numpad3', '3', ['3']],
    ['Digit1', '&', ['1']],
    ['Digit2', 'é', ['2']],
    ['Digit2', 'ě', ['2']],
    ['Digit1', '١', ['1']],
    // A French 6 prints a hyphen: it is a sign where the page has one, and an answer otherwise.
    ['Digit6', '-', ['Minus', '6']],
  ])('at %s that prints "%s" is %j', (code, key, names) => {
    expect(keyNames(press(code, key))).toEqual(names);
  });

  it.each([
    ['Numpad1', 'End'],
    ['Numpad2', 'ArrowDown'],
    ['Numpad0', 'Insert'],
  ])('is none on a keypad without NumLock: %s moves by %s', (code, key) => {
    expect(keyNames(press(code, key))).toEqual([key]);
  });
});

describe('every other key', () => {
  it.each([
    ['NumpadEnter', 'Enter', 'Enter'],
    ['Escape', 'Escape', 'Escape'],
    ['F2', 'F2', 'F2'],
    ['ArrowDown', 'ArrowDown', 'ArrowDown'],
    ['Space', ' ', 'Space'],
  ])('at %s has its name', (code, key, name) => {
    expect(keyNames(press(code, key))).toEqual([name]);
  });

  it.each([
    ['Slash', '/', 'Slash'],
    ['NumpadDivide', '/', 'Slash'],
    ['Slash', '?', 'Question'],
    ['Minus', '?', 'Question'],
    ['KeyM', '?', 'Question'],
    ['Equal', '+', 'Plus'],
    ['BracketRight', '+', 'Plus'],
    ['NumpadSubtract', '-', 'Minus'],
    ['Slash', '-', 'Minus'],
  ])('is found by the sign wherever a layout prints it: %s "%s"', (code, key, name) => {
    expect(keyNames(press(code, key))).toEqual([name]);
  });

  it('is the plus of a US keyboard without Shift, too', () => {
    expect(keyNames(press('Equal', '='))).toEqual(['Equal', 'Plus']);
  });

  it('is nothing at the place of the US slash where it prints something else', () => {
    expect(keyNames(press('Slash', 'é'))).toEqual([]);
  });

  it.each(['altKey', 'AltGraph'] as const)('is left alone with %s', (held) => {
    expect(keyNames(press('KeyS', 's', held))).toEqual([]);
  });

  it.each(['ctrlKey', 'metaKey'] as const)('is another key with %s', (held) => {
    expect(keyNames(press('KeyS', 's', held))).toEqual(['Ctrl+S']);
    expect(keyNames(press('Digit1', '1', held))).toEqual([]);
    expect(keyNames(press('Slash', '/', held))).toEqual([]);
  });
});

describe('letters with Ctrl', () => {
  it.each([
    ['the US layout', 'KeyZ', 'z', 'ctrlKey', false, 'Ctrl+Z'],
    ['a German layout, which prints Z elsewhere', 'KeyY', 'z', 'ctrlKey', false, 'Ctrl+Z'],
    ['a Russian layout, which prints none', 'KeyZ', 'я', 'ctrlKey', false, 'Ctrl+Z'],
    ['a Mac', 'KeyZ', 'z', 'metaKey', false, 'Ctrl+Z'],
    ['Shift', 'KeyZ', 'Z', 'ctrlKey', true, 'Ctrl+Shift+Z'],
    ['the US layout', 'KeyK', 'k', 'ctrlKey', false, 'Ctrl+K'],
    ['Dvorak, which prints K elsewhere', 'KeyV', 'k', 'ctrlKey', false, 'Ctrl+K'],
    ['CapsLock', 'KeyL', 'L', 'ctrlKey', false, 'Ctrl+L'],
    ['Dvorak, which prints L elsewhere', 'KeyP', 'l', 'ctrlKey', false, 'Ctrl+L'],
    ['a Russian layout, which prints none', 'KeyL', 'д', 'metaKey', false, 'Ctrl+L'],
  ] as const)('are found with %s', (_what, code, key, held, isShifted, name) => {
    expect(keyNames(press(code, key, held, isShifted))).toEqual([name]);
  });

  it('go by what is printed: Y where Z lies on the US layout', () => {
    expect(keyNames(press('KeyZ', 'y', 'ctrlKey'))).toEqual(['Ctrl+Y']);
  });

  it('are nothing with AltGr, which some systems send as Ctrl and Alt, and others with Shift', () => {
    expect(keyNames({ ...press('KeyL', 'l', 'ctrlKey'), altKey: true })).toEqual([]);
    expect(keyNames(press('KeyL', 'L', 'ctrlKey', true))).toEqual(['Ctrl+Shift+L']);
  });

  it('leave undo to a field that has its own, and search to nobody', () => {
    expect(['Ctrl+Z', 'Ctrl+Shift+Z', 'S', '1'].every(isFieldKey)).toBe(true);
    expect(isFieldKey('Ctrl+K')).toBe(false);
  });
});

describe('ariaKey', () => {
  it.each([
    ['S', 'S'],
    ['Slash', '/'],
    ['Question', '?'],
    ['Minus', '-'],
    ['Ctrl+Shift+Z', 'Control+Shift+Z'],
  ])('tells %s as %s', (name, told) => {
    expect(ariaKey(name)).toBe(told);
  });
});

describe('isSingleKey', () => {
  it.each(['S', '1', 'Slash', 'Question'])('counts %s', (name) => {
    expect(isSingleKey(name)).toBe(true);
  });

  it.each(['Enter', 'Escape', 'F2', 'ArrowDown', 'Ctrl+K'])('does not count %s', (name) => {
    expect(isSingleKey(name)).toBe(false);
  });
});
