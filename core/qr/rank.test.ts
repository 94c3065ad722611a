import { describe, expect, it } from 'vitest';
import { rankReadings } from './rank.ts';
import type { QrReading } from './reading.ts';

const header = {
  purpose: 'TEST',
  vendor: 'A1',
  isNeutralBrand: false,
  isNewProgram: false,
  keyNumber: 'KEYNO001',
};

describe('rankReadings', () => {
  it('puts reset codes first, then labels, then the rest, and keeps the order of equals', () => {
    const readings: QrReading[] = [
      { kind: 'unknown', length: 3 },
      { kind: 'link', host: 'a.example' },
      { kind: 'link', host: 'b.example' },
      { kind: 'serial', serial: '4K002C6PAJA49A7' },
      { kind: 'hikvisionLabel' },
      { kind: 'deviceLabel', serial: null, model: null },
      { kind: 'dahuaResetTruncated' },
      { kind: 'dahuaReset', payload: 'medium', header, confidence: 'medium' },
      { kind: 'dahuaReset', payload: 'high', header, confidence: 'high' },
    ];
    const ranked = rankReadings(readings.map((reading, place) => ({ reading, place })));
    expect(ranked.map((item) => item.place)).toEqual([8, 7, 6, 5, 3, 4, 1, 2, 0]);
  });
});
