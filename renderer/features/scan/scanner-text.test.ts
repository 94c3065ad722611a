import { describe, expect, it } from 'vitest';
import { printedInFrench } from '../../../core/testkit/scanner-keys.ts';
import { endsWithScannersEnter, isTakenFromField, readScannerText } from './scanner-text.ts';

const RESET = `0102A112345678${'Aqz+/m2'.repeat(48)}AAAAAA==`;
const LABEL = '{SN:4K002C6PAJA49A7,DT:IPC-C35P,SC:L1234567}';
const HIKVISION_LABEL = 'www.hik-connect.com\rE12345678\rABCDEF\rDS-2CD2143';
const both = (text: string) => ({ byPlace: text, byLayout: text });

describe('readScannerText', () => {
  it.each([
    ['dahuaReset', RESET],
    ['deviceLabel', LABEL],
    ['serial', '4K002C6PAJA49A7'],
    ['link', 'https://example.com/app'],
  ])('reads a %s by place where the layout garbles it', (kind, text) => {
    const found = readScannerText({ byPlace: text, byLayout: printedInFrench(text) });
    expect(found?.reading.kind).toBe(kind);
  });

  it('reads by layout when the scanner is set to the layout of the computer', () => {
    const found = readScannerText({ byPlace: printedInFrench(RESET), byLayout: RESET });
    expect(found?.reading).toMatchObject({ kind: 'dahuaReset', payload: RESET });
  });

  it('keeps no secret of a label', () => {
    const found = readScannerText({ byPlace: LABEL, byLayout: printedInFrench(LABEL) });
    expect(JSON.stringify(found)).not.toContain('L1234567');
  });

  it('reads nothing where neither makes sense', () => {
    expect(readScannerText({ byPlace: '@@@garbled@@@', byLayout: '###garbled###' })).toBeNull();
  });
});

describe('a text field', () => {
  it.each([
    [RESET, true],
    [RESET.slice(0, -1), true],
    [LABEL, true],
    [HIKVISION_LABEL, true],
    ['4K002C6PAJA49A7', false],
    ['https://example.com/app', false],
  ])('gives %s away: %s', (text, isTaken) => {
    const found = readScannerText(both(text));
    expect(found !== null && isTakenFromField(found)).toBe(isTaken);
  });

  it('keeps the Enter of a person', () => {
    expect(endsWithScannersEnter(both('Maria Gonzales'))).toBe(false);
    expect(endsWithScannersEnter(both('a sentence that somebody pasted with a text expander'))).toBe(false);
  });

  it.each([LABEL, '4K002C6PAJA49A7', printedInFrench(RESET)])('does not take %s to end a form', (text) => {
    expect(endsWithScannersEnter(both(text))).toBe(true);
  });
});
