import { describe, expect, it } from 'vitest';
import { arrivalState, readArrival } from './arrival.ts';

describe('readArrival', () => {
  it('reads what was put into the history entry', () => {
    expect(readArrival(arrivalState('sameSerial'))).toBe('sameSerial');
  });

  it.each([[null], ['sameSerial'], [{}], [{ arrival: 'other' }], [{ arrival: 3 }]])(
    'takes %j for an ordinary page',
    (state) => {
      expect(readArrival(state)).toBeNull();
    },
  );
});
