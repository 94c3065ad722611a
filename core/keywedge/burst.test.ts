import { describe, expect, it } from 'vitest';
import { CODES, typed } from '../testkit/scanner-keys.ts';
import { type BurstStep, createBurstRecogniser, type KeyPress } from './burst.ts';
import { usCharacter } from './us-layout.ts';

function run(presses: readonly KeyPress[]) {
  const recogniser = createBurstRecogniser();
  const steps: BurstStep[] = presses.map((press) => recogniser.press(press));
  return { recogniser, steps, burst: recogniser.peek() };
}

describe('usCharacter', () => {
  it('knows every printable ASCII character by place', () => {
    const all = Array.from({ length: 95 }, (_, index) => String.fromCharCode(32 + index));
    const reached = CODES.flatMap((code) => [usCharacter(code, false), usCharacter(code, true)]);
    expect(all.filter((character) => !reached.includes(character))).toEqual([]);
  });

  it.each(['F5', 'Enter', 'ShiftLeft', 'ArrowUp', 'IntlBackslash', ''])('has none for %j', (code) => {
    expect(usCharacter(code, false)).toBeNull();
  });
});

describe('a burst', () => {
  it('is recognised at the eighth fast key', () => {
    expect(run(typed('4K002C6PA')).steps).toEqual([
      'first',
      ...Array<BurstStep>(6).fill('more'),
      'burst',
      'burst',
    ]);
  });

  it('keeps case and signs, and leaves the end mark away', () => {
    const text = `{SN:4K002C6PAJA49A7,DT:IPC-C35P,SC:aB+/=="'}`;
    expect(run(typed(`${text}\r`)).burst).toEqual({ byPlace: text, byLayout: text });
    expect(run(typed(`${text}\t`)).burst?.byPlace).toBe(text);
  });

  it('is read by place and by layout where the two differ', () => {
    const { burst } = run(typed('0102A1az', { printed: 'à&à"Q&qw' }));
    expect(burst).toEqual({ byPlace: '0102A1az', byLayout: 'à&à"Q&qw' });
  });

  it('goes on over accent keys, which print nothing by themselves', () => {
    const accent: KeyPress = {
      code: 'BracketLeft',
      key: 'Dead',
      isShifted: true,
      isCommand: false,
      isRepeat: false,
      timeMs: 995,
    };
    expect(run([accent, ...typed('SN:4K002')]).burst).toEqual({ byPlace: '{SN:4K002', byLayout: 'SN:4K002' });
  });

  it('keeps line ends in the middle', () => {
    expect(run(typed('www.hik-connect.com\rABC\r')).burst?.byPlace).toBe('www.hik-connect.com\rABC');
  });

  it('may stutter once it was recognised, but not before', () => {
    const late = { startMs: 1000 + 8 * 5 + 100 };
    expect(run([...typed('12345678'), ...typed('9', late)]).burst?.byPlace).toBe('123456789');
    expect(run([...typed('1234567'), ...typed('89', late)]).burst).toBeNull();
  });

  it('does not mind modifiers going down within it', () => {
    const [press] = typed('a');
    const shift: KeyPress = { ...(press ?? never()), code: 'ShiftLeft', key: 'Shift', timeMs: 1012 };
    const keys = typed('ABCDEFGH');
    expect(run([...keys.slice(0, 3), shift, ...keys.slice(3)]).burst?.byPlace).toBe('ABCDEFGH');
  });
});

describe('a person', () => {
  it('is not taken for a scanner, however long the text', () => {
    const { steps, burst } = run(typed('a person types fast', { everyMs: 60 }));
    expect(new Set(steps)).toEqual(new Set(['first']));
    expect(burst).toBeNull();
  });

  it('who holds a key down is no scanner', () => {
    const held = typed('aaaaaaaaaaaa', { everyMs: 30 }).map((press, index) => ({
      ...press,
      isRepeat: index > 0,
    }));
    expect(run(held).burst).toBeNull();
  });

  it('who uses commands is no scanner', () => {
    const commands = typed('aaaaaaaaaa').map((press) => ({ ...press, isCommand: true }));
    expect(run(commands).steps).toEqual(Array(10).fill('none'));
  });

  it('keeps Enter and Tab after a few fast keys', () => {
    expect(run(typed('1234567\r')).steps.at(-1)).toBe('none');
    expect(run(typed('\r')).steps).toEqual(['none']);
  });

  it('who presses Escape or an arrow within fast keys starts anew', () => {
    const [arrow] = typed('a', { startMs: 1000 + 4 * 5 });
    const keys = typed('ABCDE');
    const later = typed('FGHI', { startMs: 1025 });
    const left: KeyPress = { ...(arrow ?? never()), code: 'ArrowLeft', key: 'ArrowLeft' };
    expect(run([...keys, left, ...later]).burst).toBeNull();
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
