import { describe, expect, it } from 'vitest';
import type { CodeRead } from '../../../core/scan/types.ts';
import { foundText, toFound } from './found.ts';

const RESET = `0102A112345678${'A'.repeat(342)}==`;
const LABEL = '{SN:4K002C6PAJA49A7,DT:IPC-C35P,SC:SECRET99,RC:HUSHHUSH}';
const OTHER_LABEL = '{SN:5L113D7QBKB50B8,DT:NVR4108,SC:SECRET99}';

function codeOf(text: string): CodeRead {
  const corner = { x: 0, y: 0 };
  return {
    bytes: new TextEncoder().encode(text),
    text,
    version: 12,
    ecLevel: 'L',
    maskPattern: 3,
    corners: [corner, corner, corner, corner],
    grid: null,
    rung: 'whole',
  };
}

describe('toFound', () => {
  it('puts the reset code first and names each code once', () => {
    const link = codeOf('https://example.com/app');
    const found = toFound([link, codeOf(LABEL), codeOf(OTHER_LABEL), codeOf(RESET), codeOf(LABEL)]);
    expect(found.map((item) => item.reading.kind)).toEqual([
      'dahuaReset',
      'deviceLabel',
      'deviceLabel',
      'link',
    ]);
  });

  it('makes one find of a reset code and the only label beside it', () => {
    const [reset, ...others] = toFound([codeOf(LABEL), codeOf(RESET)]);
    expect(reset).toMatchObject({
      reading: { kind: 'dahuaReset' },
      label: { serial: '4K002C6PAJA49A7', model: 'IPC-C35P' },
    });
    expect(others).toEqual([]);
  });

  it('leaves a label apart that names no serial, or is not the only one', () => {
    expect(toFound([codeOf('{SN:?,DT:IPC-C35P}'), codeOf(RESET)])).toHaveLength(2);
    const several = toFound([codeOf(LABEL), codeOf(OTHER_LABEL), codeOf(RESET)]);
    expect(several.map(({ label }) => label)).toEqual([null, null, null]);
  });

  it('keeps how the code was drawn', () => {
    expect(toFound([codeOf(RESET)])[0]).toMatchObject({ qrVersion: 12, ecLevel: 'L', maskPattern: 3 });
  });

  it('keeps nothing of the secrets on a label', () => {
    const kept = JSON.stringify([...toFound([codeOf(LABEL)]), foundText(LABEL)]);
    expect(kept).toContain('4K002C6PAJA49A7');
    expect(kept).not.toMatch(/SECRET99|HUSHHUSH/);
  });
});

describe('foundText', () => {
  it('reads typed text like a code, without a drawing', () => {
    expect(foundText(` ${RESET}\n`)).toMatchObject({ reading: { kind: 'dahuaReset' }, qrVersion: null });
  });
});
