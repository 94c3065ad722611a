import { describe, expect, it } from 'vitest';
import { type CameraAbilities, NO_ABILITIES, readAbilities, toConstraints } from './camera-abilities.ts';

const range = { min: 0.1, max: 2, step: 0.1 };
const untouched = { lensZoom: null, focusDistance: null, isTorchOn: false };

describe('readAbilities', () => {
  it('reads what a good camera offers', () => {
    const capabilities = {
      zoom: { min: 100, max: 400, step: 10 },
      torch: true,
      focusMode: ['manual', 'continuous'],
      focusDistance: range,
    };
    expect(readAbilities(capabilities)).toEqual({
      lensZoom: { min: 100, max: 400, step: 10 },
      hasTorch: true,
      focusDistance: range,
    });
  });

  it.each([undefined, null, 'zoom', {}, { zoom: { min: 0, max: 0 } }, { zoom: { min: '1', max: '2' } }])(
    'offers nothing for %j',
    (capabilities) => expect(readAbilities(capabilities)).toEqual(NO_ABILITIES),
  );

  it('does not offer a focus that could not be given back to the camera', () => {
    const capabilities = { focusMode: ['manual'], focusDistance: range };
    expect(readAbilities(capabilities).focusDistance).toBeNull();
  });

  it('takes a twentieth of the range for a missing step', () => {
    expect(readAbilities({ zoom: { min: 1, max: 3, step: 0 } }).lensZoom?.step).toBeCloseTo(0.1);
  });
});

describe('toConstraints', () => {
  const all: CameraAbilities = {
    lensZoom: { min: 1, max: 3, step: 1 },
    hasTorch: true,
    focusDistance: range,
  };

  it('asks a camera without abilities for nothing', () => {
    expect(toConstraints(NO_ABILITIES, { lensZoom: 2, focusDistance: 1, isTorchOn: true })).toEqual([]);
  });

  it('leaves an untouched lens alone and the focus to the camera', () => {
    expect(toConstraints(all, untouched)).toEqual([{ torch: false }, { focusMode: 'continuous' }]);
  });

  it('keeps remembered values inside the range of the camera', () => {
    expect(toConstraints(all, { lensZoom: 9, focusDistance: 0.5, isTorchOn: true })).toEqual([
      { zoom: 3 },
      { torch: true },
      { focusMode: 'manual', focusDistance: 0.5 },
    ]);
  });
});
