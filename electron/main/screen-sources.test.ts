import { describe, expect, it } from 'vitest';
import { distinctSizes, isSameWindow, nativeSize, sourceOf } from './screen-sources.ts';

const laptop = { id: 1, label: '', size: { width: 1536, height: 960 }, scaleFactor: 1.25 };
const monitor = { id: 2, label: '', size: { width: 3840, height: 2160 }, scaleFactor: 1 };

describe('nativeSize', () => {
  it('is in the pixels of the display, whatever the scaling', () => {
    expect(nativeSize(laptop)).toEqual({ width: 1920, height: 1200 });
    expect(nativeSize(monitor)).toEqual({ width: 3840, height: 2160 });
  });
});

describe('distinctSizes', () => {
  it('names each size once, so that no display is scaled to the size of another', () => {
    const [a, b] = [nativeSize(laptop), nativeSize(monitor)];
    expect(distinctSizes([a, b, { ...a }])).toEqual([a, b]);
  });
});

describe('sourceOf', () => {
  it('goes by the display id, whatever the order', () => {
    const sources = [
      { id: 'screen:b', display_id: '2' },
      { id: 'screen:a', display_id: '1' },
    ];
    expect(sourceOf(laptop, [laptop, monitor], sources)?.id).toBe('screen:a');
  });

  it('goes by the order where the system tells no ids', () => {
    const sources = [
      { id: 'screen:a', display_id: '' },
      { id: 'screen:b', display_id: '' },
    ];
    expect(sourceOf(monitor, [laptop, monitor], sources)?.id).toBe('screen:b');
  });

  it('does not guess when there are more displays than sources', () => {
    expect(sourceOf(laptop, [laptop, monitor], [{ id: 'screen:a', display_id: '' }])).toBeNull();
  });
});

describe('isSameWindow', () => {
  it('goes by kind and number', () => {
    expect(isSameWindow('window:42:1', 'window:42:0')).toBe(true);
    expect(isSameWindow('window:42:0', 'window:421:0')).toBe(false);
    expect(isSameWindow('window:42:0', 'screen:42:0')).toBe(false);
    expect(isSameWindow('', '')).toBe(false);
  });
});
