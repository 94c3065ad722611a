import { describe, expect, it } from 'vitest';
import { zoomedBy, zoomStepOf } from './zoom-keys.ts';

const press = (key: string, held: 'control' | 'meta' | 'none' = 'control', alt = false) => ({
  type: 'keyDown' as const,
  key,
  control: held === 'control',
  meta: held === 'meta',
  alt,
});

describe('zoomStepOf', () => {
  it.each([
    ['+', 'larger'],
    ['=', 'larger'],
    ['-', 'smaller'],
    ['0', 'usual'],
    ['k', null],
  ])('Ctrl and %s: %s', (key, step) => {
    expect(zoomStepOf(press(key), false)).toBe(step);
    expect(zoomStepOf(press(key, 'meta'), true)).toBe(step);
  });

  it.each([
    ['without Ctrl', press('+', 'none')],
    ['with the Windows key', press('+', 'meta')],
    ['with Alt', press('+', 'control', true)],
    ['when it is let go', { ...press('+'), type: 'keyUp' as const }],
  ])('does nothing %s', (_, input) => {
    expect(zoomStepOf(input, false)).toBeNull();
  });
});

describe('zoomedBy', () => {
  it('goes step by step, within what can be read and back', () => {
    expect(zoomedBy(0, 'larger')).toBe(0.5);
    expect(zoomedBy(0.5, 'smaller')).toBe(0);
    expect(zoomedBy(3, 'usual')).toBe(0);
    expect(zoomedBy(6, 'larger')).toBe(6);
    expect(zoomedBy(-3.5, 'smaller')).toBe(-3.5);
  });
});
