import { describe, expect, it } from 'vitest';
import { functionKey, typed, typedByAltCodes } from '../testkit/scanner-keys.ts';
import { createBench, FINGER_DWELL_MS } from './wedge-bench.fixture.ts';

const LABEL = '{SN:4K002C6PAJA49A7,DT:IPC-C35P}';
const isComplete = ({ byPlace }: { readonly byPlace: string }) => byPlace.endsWith('}');

describe('a single key on the page', () => {
  it('acts as soon as a finger rests on it', () => {
    const bench = createBench();
    bench.down(typed('s')[0] ?? never());
    expect(bench.page).toEqual([]);
    bench.passTo(1060);
    expect(bench.page).toEqual(['s']);
  });

  it('that was only touched acts when nothing follows', () => {
    const bench = createBench();
    bench.type(typed('s'), 'page', 20);
    bench.passTo(1200);
    expect(bench.page).toEqual([]);
    bench.passTo(1240);
    expect(bench.page).toEqual(['s']);
  });

  it.each(['1', 'S', '{', ']', 'h', 'w'])('waits for what follows where codes begin with it: %s', (key) => {
    const bench = createBench();
    bench.down(typed(key)[0] ?? never());
    bench.passTo(1239);
    expect(bench.page).toEqual([]);
    bench.passTo(1240);
    expect(bench.page).toEqual([key]);
  });

  it('acts before a click that comes meanwhile', () => {
    const bench = createBench({ isLight: () => false });
    bench.down(typed('a')[0] ?? never());
    bench.passTo(1100);
    bench.click();
    expect(bench.page).toEqual(['a']);
    bench.pause();
    expect(bench.page).toEqual(['a']);
  });

  it('waits where it has weight', () => {
    const bench = createBench({ isLight: () => false });
    bench.down(typed('a')[0] ?? never());
    bench.passTo(1239);
    expect(bench.page).toEqual([]);
    bench.pause();
    expect(bench.page).toEqual(['a']);
  });

  it('does not wait at all when it is none of those that print', () => {
    const bench = createBench();
    bench.type(typed('\r'));
    expect(bench.page).toEqual(['Enter']);
  });

  it('keeps the space bar for the button that has the focus', () => {
    const bench = createBench();
    bench.type(typed(' '));
    expect(bench.page).toEqual([' ']);
  });
});

describe('several keys on the page', () => {
  it.each([5, 90, 150, 300])('act in order, %i ms apart, when they are few', (everyMs) => {
    const bench = createBench({ isLight: () => false });
    bench.type(typed('ael', { everyMs }), 'page', FINGER_DWELL_MS);
    bench.pause();
    expect(bench.page).toEqual(['a', 'e', 'l']);
    expect(bench.bursts).toEqual([]);
  });

  it('act before an Enter, an Escape or an arrow that follows', () => {
    const bench = createBench();
    bench.type(typed('s1\r', { everyMs: 90 }));
    expect(bench.page).toEqual(['s', '1', 'Enter']);
  });

  it('of a person who does not lift one finger before the next act at once', () => {
    const bench = createBench();
    bench.down(typed('C')[0] ?? never());
    bench.down(typed('m', { startMs: 1050 })[0] ?? never());
    bench.passTo(1110);
    expect(bench.page).toEqual(['C', 'm']);
  });

  it('are the same one again and again: zoom', () => {
    const bench = createBench();
    bench.type(typed('++++++++++++', { everyMs: 150 }), 'page', FINGER_DWELL_MS);
    expect(bench.page).toHaveLength(12);
  });

  it('are no text when most of them were pressed one by one', () => {
    const bench = createBench();
    bench.type(typed('jjjjjjjjxk', { everyMs: 150 }), 'page', FINGER_DWELL_MS);
    bench.pause();
    expect(bench.page.join('')).toBe('jjjjjjjjxk');
  });
});

describe('a text on the page', () => {
  it.each([1, 2, 5, 20])('presses nothing where somebody clicks behind %i keys of it', (count) => {
    const bench = createBench({ isLight: () => false });
    const keys = typed(LABEL, { everyMs: 8 });
    bench.type(keys.slice(0, count + 1));
    bench.click();
    bench.type(keys.slice(count + 1));
    bench.pause();
    expect(bench.page).toEqual([]);
    expect(bench.bursts.map(({ burst }) => burst.byPlace)).toEqual([LABEL]);
  });

  it.each([3, 10, 36, 45, 64, 90, 100, 150])(
    'presses nothing at %i ms a key, its Enter included',
    (everyMs) => {
      const bench = createBench({ isLight: () => false });
      bench.type(typed(`${LABEL}\r`, { everyMs }));
      bench.pause();
      expect(bench.page).toEqual([]);
      expect(bench.bursts.map(({ burst }) => burst.byPlace)).toEqual([LABEL]);
    },
  );

  it.each(['00A1B2C3D4', '11111A1B2C'])(
    'presses nothing where the scanner keeps each key down until the next: %s',
    (text) => {
      const bench = createBench();
      bench.type(typed(text, { everyMs: 90 }), 'page', 89);
      bench.pause();
      expect(bench.page).toEqual([]);
      expect(bench.bursts.map(({ burst }) => burst.byPlace)).toEqual([text]);
    },
  );

  it('may pause behind its second key, when the first two came too fast for a person', () => {
    const bench = createBench();
    bench.type(typed(LABEL, { everyMs: (index) => (index === 2 ? 550 : 8) }));
    bench.pause();
    expect(bench.page).toEqual([]);
    expect(bench.bursts.map(({ burst }) => burst.byPlace)).toEqual([LABEL]);
  });

  it('may pause', () => {
    const bench = createBench();
    bench.type(typed(LABEL, { everyMs: (index) => (index % 6 === 0 ? 130 : 12) }));
    bench.type(typed('4K002C6PAJA49A7', { startMs: 5000, everyMs: (index) => (index === 9 ? 550 : 45) }));
    bench.pause();
    expect(bench.page).toEqual([]);
    expect(bench.bursts.map(({ burst }) => burst.byPlace)).toEqual([LABEL, '4K002C6PAJA49A7']);
  });

  it('of a person is told, and told apart from a machine', () => {
    const bench = createBench();
    const gaps = [140, 95, 210, 120, 180, 90, 230, 130, 170];
    bench.type(typed('0171 55512', { everyMs: (index) => gaps[index - 1] ?? 100 }), 'page', 80);
    bench.type(typed(LABEL, { everyMs: 90, startMs: 9000 }));
    bench.pause();
    expect(bench.page).toEqual([]);
    expect(bench.bursts.map(({ burst }) => burst.isMachine)).toEqual([false, true]);
  });

  it('is told at its end mark when it is whole, and soon when it has none', () => {
    const bench = createBench({ isComplete });
    bench.type(typed(`${LABEL}\r`));
    expect(bench.bursts).toHaveLength(1);
    bench.type(typed(LABEL, { startMs: 3000 }));
    expect(bench.bursts).toHaveLength(1);
    bench.passTo(3500);
    expect(bench.bursts).toHaveLength(2);
  });

  it('has an end mark that may come late', () => {
    const bench = createBench({ isComplete });
    bench.type(typed(LABEL));
    bench.type(typed('\r', { startMs: 1500 }));
    expect(bench.page).toEqual([]);
    bench.type(typed('\r', { startMs: 2500 }));
    expect(bench.page).toEqual(['Enter']);
  });

  it.each([
    ['function keys', [functionKey('F2', 990)], [functionKey('F8', 1200)]],
    ['control characters', [{ ...functionKey('b', 990), isCommand: true }], []],
  ])('may have %s around it', (_, before, after) => {
    const bench = createBench();
    bench.type([...before, ...typed(LABEL), ...after]);
    bench.pause();
    expect(bench.page.filter((key) => key !== 'b')).toEqual([]);
    expect(bench.bursts.map(({ burst }) => burst.byPlace)).toEqual([LABEL]);
  });

  it('that a control character ends is whole all the same', () => {
    const bench = createBench();
    bench.type([
      ...typed(LABEL),
      { ...functionKey('c', 1165), isCommand: true },
      ...typed('\r', { startMs: 1170 }),
    ]);
    bench.pause();
    expect(bench.page).toEqual(['c']);
    expect(bench.bursts.map(({ burst }) => burst.byPlace)).toEqual([LABEL]);
  });

  it('may come by Alt codes', () => {
    const bench = createBench();
    bench.type(typedByAltCodes(LABEL, 8));
    bench.pause();
    expect(bench.bursts.map(({ burst }) => burst.byPlace)).toEqual([LABEL]);
  });

  it('may come from the keypad, with NumLock off as well', () => {
    const bench = createBench();
    bench.type(typed(LABEL, { digits: 'keypad' }));
    bench.type(typed(LABEL, { digits: 'keypadOff', startMs: 5000 }));
    bench.pause();
    // What moves the caret moves it, as long as it could be a person's: it answers nothing.
    expect(bench.page).toEqual(['ArrowLeft', 'Insert']);
    expect(bench.bursts.map(({ burst }) => burst.byPlace)).toEqual([LABEL, LABEL]);
  });

  it('tells two codes apart that follow each other', () => {
    const bench = createBench({ isComplete });
    bench.type(typed('4K002C6PAJA49A7\r'));
    bench.type(typed('4K002C6PAJA49A8\r', { startMs: 2000 }));
    bench.pause();
    expect(bench.bursts.map(({ burst }) => burst.byPlace)).toEqual(['4K002C6PAJA49A7', '4K002C6PAJA49A8']);
  });

  it('does not go together with keys in a field', () => {
    const bench = createBench();
    bench.type(typed('123', { everyMs: 90 }));
    bench.type(typed('67890', { startMs: 1270 }), 'field');
    bench.pause();
    expect(bench.page).toEqual(['1', '2', '3']);
    expect(bench.field.text).toBe('67890');
  });
});

describe('a scan that breaks off', () => {
  it.each([4, 5, 7])('after %i keys presses nothing and is told, an Enter behind it as well', (count) => {
    const bench = createBench();
    bench.type(typed(LABEL.slice(0, count)));
    bench.pause();
    bench.type(typed(`${LABEL.slice(0, count)}\r`, { startMs: 9000 }));
    bench.pause();
    expect(bench.page).toEqual([]);
    expect(bench.fragments).toEqual([count, count]);
  });

  it.each([45, 90, 150])('or is only short presses nothing, its Enter included, %i ms a key', (everyMs) => {
    const bench = createBench({ isLight: () => false });
    bench.type(typed('104237\r', { everyMs }));
    bench.pause();
    expect(bench.page).toEqual([]);
    expect(bench.fragments).toEqual([6]);
  });

  it.each(['1111', '1111111111', '1212121212'])(
    'or is the same sign again and again presses nothing where no person is as fast: %s',
    (text) => {
      const bench = createBench();
      bench.type(typed(`${text}\r`, { everyMs: 20 }));
      bench.pause();
      expect(bench.page).toEqual([]);
      expect(bench.bursts.length + bench.fragments.length).toBe(1);
    },
  );

  it('later is told as what came', () => {
    const bench = createBench();
    bench.type(typed(LABEL.slice(0, 20), { everyMs: 90 }));
    bench.pause();
    expect(bench.page).toEqual([]);
    expect(bench.bursts.map(({ burst }) => [burst.byPlace, burst.hasEnd])).toEqual([
      [LABEL.slice(0, 20), false],
    ]);
  });
});

describe('keys in a text field', () => {
  it('are never held, however fast', () => {
    const bench = createBench();
    bench.type(typed('Maria Gonzales\r'), 'field');
    expect(bench.field.text).toBe('Maria Gonzales⏎');
    expect(bench.swallowed).toEqual([]);
  });

  it('of a scanner are removed again when they were a code, and its Enter does nothing', () => {
    const bench = createBench({ isScannersEnter: () => true, onFieldBurst: () => 0 });
    bench.field.text = 'Rue ';
    bench.type(typed(`${LABEL}\r`, { everyMs: 90 }), 'field');
    bench.pause();
    expect(bench.field.text).toBe('Rue ');
    expect(bench.swallowed).toEqual(['Enter']);
  });

  it('that a person typed just before the code stay', () => {
    const bench = createBench({ onFieldBurst: ({ byPlace }) => byPlace.indexOf('{') });
    bench.type(typed('Maria ', { everyMs: 120 }), 'field');
    bench.type(typed(LABEL, { startMs: 1700 }), 'field');
    bench.pause();
    expect(bench.field.text).toBe('Maria ');
  });

  it('leave the Enter of a person alone, also soon after a text that was no code', () => {
    const bench = createBench();
    bench.type(typed('Maria Gonzales', { everyMs: 90 }), 'field');
    bench.type(typed('\r', { startMs: 3000 }), 'field');
    expect(bench.field.text).toBe('Maria Gonzales⏎');
  });
});

describe('stop', () => {
  it('gives back what is held', () => {
    const bench = createBench({ isLight: () => false });
    bench.type(typed('a'));
    bench.stop();
    expect(bench.page).toEqual(['a']);
  });
});

function never(): never {
  throw new Error('The test itself is wrong.');
}
