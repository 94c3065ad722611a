import { describe, expect, it } from 'vitest';
import { typed } from '../testkit/scanner-keys.ts';
import type { Burst, KeyPress } from './burst.ts';
import { createWedgeKeys } from './wedge-keys.ts';

const LABEL = '{SN:4K002C6PAJA49A7,DT:IPC-C35P}';

function createBench({ isCode = true } = {}) {
  let timer: (() => void) | null = null;
  const page: string[] = [];
  const swallowed: string[] = [];
  const bursts: { where: 'page' | 'field'; text: string }[] = [];
  const field = { text: 'Rue ' };
  const note = (where: 'page' | 'field') => (burst: Burst) => {
    bursts.push({ where, text: burst.byPlace });
    return isCode;
  };
  const keys = createWedgeKeys({
    remember: () => {
      const { text } = field;
      return () => {
        field.text = text;
      };
    },
    isScannersEnter: () => isCode,
    onPageBurst: note('page'),
    onFieldBurst: note('field'),
    after: (_, run) => {
      timer = run;
      return () => {
        if (timer === run) timer = null;
      };
    },
  });
  const press = (key: KeyPress, target: 'page' | 'field') => {
    let isSwallowed = false;
    keys.onKey({
      press: key,
      field: target === 'field' ? field : null,
      swallow: () => {
        isSwallowed = true;
        swallowed.push(key.key);
      },
      replay: () => page.push(key.key),
    });
    if (isSwallowed) return;
    if (target === 'page') page.push(key.key);
    else field.text += key.key;
  };
  return {
    page,
    swallowed,
    bursts,
    field,
    type: (text: readonly KeyPress[], target: 'page' | 'field' = 'page') => {
      for (const key of text) press(key, target);
    },
    pause: () => {
      const run = timer;
      timer = null;
      run?.();
    },
  };
}

describe('keys on the page', () => {
  it('reach it after a moment, in order, when no scanner follows', () => {
    const { type, pause, page } = createBench();
    type(typed('s12'));
    expect(page).toEqual([]);
    pause();
    expect(page).toEqual(['s', '1', '2']);
  });

  it('reach it before an Enter, an Escape or a slow key that follows', () => {
    const { type, page } = createBench();
    type(typed('s1\r'));
    expect(page).toEqual(['s', '1', 'Enter']);
    type(typed('a', { startMs: 2000 }));
    type(typed('b', { startMs: 2100 }));
    expect(page).toEqual(['s', '1', 'Enter', 'a']);
  });

  it('never reach it when a scanner types, its Enter included', () => {
    const { type, pause, page, bursts } = createBench();
    type(typed(`${LABEL}\r`));
    pause();
    expect(page).toEqual([]);
    expect(bursts).toEqual([{ where: 'page', text: LABEL }]);
  });

  it('reach it again after a scanner has typed', () => {
    const { type, pause, page } = createBench();
    type(typed(LABEL));
    pause();
    type(typed('s', { startMs: 9000 }));
    pause();
    expect(page).toEqual(['s']);
  });

  it('tell two codes apart that follow each other', () => {
    const { type, pause, bursts } = createBench();
    type(typed('4K002C6PAJA49A7\r'));
    type(typed('4K002C6PAJA49A8\r', { startMs: 5000 }));
    pause();
    expect(bursts.map(({ text }) => text)).toEqual(['4K002C6PAJA49A7', '4K002C6PAJA49A8']);
  });

  it('keep the space bar for the button that has the focus', () => {
    const { type, page } = createBench();
    type(typed(' '));
    expect(page).toEqual([' ']);
  });
});

describe('keys in a text field', () => {
  it('are never held, however fast', () => {
    const { type, field, swallowed } = createBench({ isCode: false });
    type(typed('Maria Gonzales\r'), 'field');
    expect(field.text).toBe('Rue Maria GonzalesEnter');
    expect(swallowed).toEqual([]);
  });

  it('of a scanner are removed again when they were a code, and its Enter does nothing', () => {
    const { type, pause, field, swallowed, bursts } = createBench();
    type(typed(`${LABEL}\r`), 'field');
    pause();
    expect(field.text).toBe('Rue ');
    expect(swallowed).toEqual(['Enter']);
    expect(bursts).toEqual([{ where: 'field', text: LABEL }]);
  });

  it('of a scanner stay when they were no code', () => {
    const { type, pause, field } = createBench({ isCode: false });
    type(typed('5901234123457'), 'field');
    pause();
    expect(field.text).toBe('Rue 5901234123457');
  });

  it('leave what a person typed before as it is', () => {
    const { type, pause, field } = createBench();
    type(typed('12', { everyMs: 200, startMs: 100 }), 'field');
    type(typed(LABEL), 'field');
    pause();
    expect(field.text).toBe('Rue 12');
  });

  it('do not go together with keys on the page', () => {
    const { type, pause, page, bursts } = createBench();
    type(typed('12345'));
    type(typed('67890', { startMs: 1025 }), 'field');
    pause();
    expect(page).toEqual(['1', '2', '3', '4', '5']);
    expect(bursts).toEqual([]);
  });
});
