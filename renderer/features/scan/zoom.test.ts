import { describe, expect, it } from 'vitest';
import { stepZoom, ZOOM_STEPS, zoomCrop, zoomViewBox } from './zoom.ts';

describe('zoomCrop', () => {
  it('keeps the whole picture without zoom, odd sizes included', () => {
    expect(zoomCrop(641, 479, 1)).toEqual({ x: 0, y: 0, width: 641, height: 479 });
  });

  it('cuts out the middle', () => {
    expect(zoomCrop(1920, 1080, 2)).toEqual({ x: 480, y: 270, width: 960, height: 540 });
    expect(zoomCrop(1280, 720, 4)).toEqual({ x: 480, y: 270, width: 320, height: 180 });
  });

  it.each([
    [1280, 720],
    [641, 479],
    [1366, 768],
    [8, 8],
  ])('stays inside %i x %i, even and about as large as asked, at every step', (width, height) => {
    for (const zoom of ZOOM_STEPS.slice(1)) {
      const crop = zoomCrop(width, height, zoom);
      expect([crop.x % 2, crop.y % 2, crop.width % 2, crop.height % 2]).toEqual([0, 0, 0, 0]);
      expect(crop.width).toBeGreaterThan(0);
      expect(crop.height).toBeGreaterThan(0);
      expect(crop.x + crop.width).toBeLessThanOrEqual(width);
      expect(crop.y + crop.height).toBeLessThanOrEqual(height);
      expect(Math.abs(crop.width - width / zoom)).toBeLessThanOrEqual(4);
      expect(Math.abs(crop.x + crop.width / 2 - width / 2)).toBeLessThanOrEqual(1);
    }
  });
});

describe('stepZoom', () => {
  it('goes through every step in and out again', () => {
    const zoomsIn = ZOOM_STEPS.slice(0, -1).map((step) => stepZoom(step, 'in'));
    expect(zoomsIn).toEqual(ZOOM_STEPS.slice(1));
    expect(ZOOM_STEPS.slice(1).map((step) => stepZoom(step, 'out'))).toEqual(ZOOM_STEPS.slice(0, -1));
  });

  it('stays at both ends', () => {
    expect(stepZoom(4, 'in')).toBe(4);
    expect(stepZoom(1, 'out')).toBe(1);
  });

  it('goes to the neighbour from between two steps', () => {
    expect(stepZoom(1.7, 'in')).toBe(2);
    expect(stepZoom(1.7, 'out')).toBe(1.5);
  });
});

describe('zoomViewBox', () => {
  it('shows what the crop reads', () => {
    expect(zoomViewBox(1)).toBe('inset(0%)');
    expect(zoomViewBox(2)).toBe('inset(25%)');
    expect(zoomViewBox(4)).toBe('inset(37.5%)');
  });
});
