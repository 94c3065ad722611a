import { describe, expect, it } from 'vitest';
import { LAYOUTS } from '../testkit/keyboard-layouts.ts';
import { functionKey, typed, typedByAltCodes } from '../testkit/scanner-keys.ts';
import { type BurstStep, createBurstRecogniser } from './burst.ts';
import type { KeyPress } from './key-text.ts';
import { usCharacter } from './us-layout.ts';

function run(presses: readonly KeyPress[]) {
  const recogniser = createBurstRecogniser();
  const steps: BurstStep[] = presses.map((press) => recogniser.press(press));
  return { recogniser, steps, burst: recogniser.peek() };
}

describe('usCharacter', () => {
  it('knows every printable ASCII character by place', () => {
    const all = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
    const reached = typed(all.join('')).map(({ code, isShifted }) => usCharacter(code, isShifted));
    expect(reached).toEqual(all);
  });

  it.each(['F5', 'Enter', 'ShiftLeft', 'ArrowUp', 'IntlBackslash', ''])('has none for %j', (code) => {
    expect(usCharacter(code, false)).toBeNull();
  });
});

describe('a text', () => {
  it.each([5, 45, 90, 150])('is recognised at the eighth key, %i ms apart', (everyMs) => {
    expect(run(typed('4K002C6PA', { everyMs })).steps).toEqual([
      'first',
      ...Array<BurstStep>(6).fill('more'),
      'burst',
      'burst',
    ]);
  });

  it('keeps case and signs, and leaves the end mark away', () => {
    const text = `{SN:4K002C6PAJA49A7,DT:IPC-C35P,SC:aB+/=="'}`;
    expect(run(typed(`${text}\r`)).burst).toMatchObject({ byPlace: text, byLayout: text, hasEnd: true });
    expect(run(typed(`${text}\t`)).burst?.byPlace).toBe(text);
    expect(run(typed(text)).burst?.hasEnd).toBe(false);
  });

  it.each(Object.keys(LAYOUTS) as (keyof typeof LAYOUTS)[])(
    'is read by place on %s, and with CapsLock',
    (computer) => {
      const text = '{SN:0102A1az,+/==}';
      expect(run(typed(text, { computer })).burst?.byPlace).toBe(text);
      expect(run(typed(text, { computer, hasCapsLock: true })).burst?.byPlace).toBe(text);
    },
  );

  it('is read by layout where the scanner is set to that of the computer', () => {
    const text = 'SN:0102A1azMQ';
    expect(run(typed(text, { scanner: 'azerty', computer: 'azerty' })).burst?.byLayout).toBe(text);
  });

  it('goes on over accent keys, which print nothing by themselves', () => {
    const { burst } = run(typed('{SN:4K002}', { computer: 'azerty' }));
    expect(burst?.byPlace).toBe('{SN:4K002}');
    expect(burst?.byLayout).toBe("SNM'Kààé£");
  });

  it('keeps line ends in the middle', () => {
    expect(run(typed('www.hik-connect.com\rABC\r')).burst?.byPlace).toBe('www.hik-connect.com\rABC');
  });

  it('may stutter as soon as it goes like a machine', () => {
    const withPause = (at: number, pauseMs: number, everyMs: number) =>
      run(typed('4K002C6PAJ', { everyMs: (index) => (index === at ? pauseMs : everyMs) })).burst?.byPlace;
    expect(withPause(9, 550, 90)).toBe('4K002C6PAJ');
    expect(withPause(4, 550, 90)).toBe('4K002C6PAJ');
    expect(withPause(3, 550, 5)).toBe('4K002C6PAJ');
    expect(withPause(9, 700, 5)).toBeUndefined();
    expect(withPause(2, 300, 90)).toBe('002C6PAJ');
  });

  it('does not mind modifiers going down within it', () => {
    const [press] = typed('a');
    const shift: KeyPress = { ...(press ?? never()), code: 'ShiftLeft', key: 'Shift', timeMs: 1012 };
    const keys = typed('ABCDEFGH');
    expect(run([...keys.slice(0, 3), shift, ...keys.slice(3)]).burst?.byPlace).toBe('ABCDEFGH');
  });

  it('is the same by Alt codes', () => {
    expect(run(typedByAltCodes(']Q1{SN:4K002}', 10)).burst?.byPlace).toBe(']Q1{SN:4K002}');
  });

  it('holds no function keys, which end it', () => {
    const { burst } = run([functionKey('F8', 995), ...typed('4K002C6P'), functionKey('F8', 1040)]);
    expect(burst).toMatchObject({ byPlace: '4K002C6P', hasEnd: true });
  });

  it('forgets what was typed long before', () => {
    const { burst } = run(typed('0123456789'.repeat(400)));
    expect(burst?.byPlace.length).toBeLessThanOrEqual(2500);
    expect(burst?.keys).toHaveLength(burst?.byPlace.length ?? 0);
  });
});

describe('rhythm', () => {
  it.each([
    ['as fast as scanners are', 5, true, true],
    ['slow, but even', 90, true, false],
    ['slow, and as even as a busy computer lets it be', (index: number) => 90 + (index % 3) * 8, true, false],
    ['fast, with a pause now and then', (index: number) => (index % 6 === 0 ? 130 : 20), true, true],
    ['uneven', (index: number) => [130, 70, 210, 95, 160][index % 5] ?? 0, false, false],
  ] as const)('%s', (_, everyMs, isMachine, isFast) => {
    expect(run(typed('4K002C6PAJA49A7', { everyMs })).burst).toMatchObject({ isMachine, isFast });
  });
});

describe('no text', () => {
  it('are single keys with time between them', () => {
    expect(new Set(run(typed('aelk1234567', { everyMs: 260 })).steps)).toEqual(new Set(['first']));
  });

  it('is a key that is held down', () => {
    const held = typed('aaaaaaaaaaaa', { everyMs: 30 }).map((press, index) => ({
      ...press,
      isRepeat: index > 0,
    }));
    expect(run(held).burst).toBeNull();
  });

  it('is a key that is pressed again and again, or two by turns', () => {
    expect(run(typed('++++++++++++', { everyMs: 150 })).burst).toBeNull();
    expect(run(typed('jkjkjkjkjkjk', { everyMs: 150 })).burst).toBeNull();
  });

  it('are moves on a keypad whose NumLock is off', () => {
    expect(run(typed('248624862486', { everyMs: 150, digits: 'keypadOff' })).burst).toBeNull();
  });

  it('are commands', () => {
    const commands = typed('abcdefghij').map((press) => ({ ...press, isCommand: true }));
    expect(run(commands).steps).toEqual(Array(10).fill('none'));
  });

  it('are Enter and Tab after a few keys', () => {
    expect(run(typed('1234567\r')).steps.at(-1)).toBe('none');
    expect(run(typed('\r')).steps).toEqual(['none']);
  });

  it('is what Escape or an arrow parts', () => {
    const [arrow] = typed('a', { startMs: 1000 + 4 * 5 });
    const left: KeyPress = { ...(arrow ?? never()), code: 'ArrowLeft', key: 'ArrowLeft' };
    expect(run([...typed('ABCDE'), left, ...typed('FGHI', { startMs: 1025 })]).burst).toBeNull();
  });
});

describe('a recogniser', () => {
  it('starts anew after a reset', () => {
    const { recogniser } = run(typed('12345678'));
    recogniser.reset();
    expect(recogniser.peek()).toBeNull();
    expect(recogniser.press(typed('9', { startMs: 1041 })[0] ?? never())).toBe('first');
  });
});

function never(): never {
  throw new Error('The test itself is wrong.');
}
