import { describe, expect, it } from 'vitest';
import texts from '../../../assets/locales/en/scan.json' with { type: 'json' };
import type { QrReading } from '../../../core/qr/reading.ts';
import { foundText } from './found.ts';
import { textOf } from './reading-text.ts';

const RESET = `0102A112345678${'A'.repeat(342)}==`;

/** One text of every kind of reading; `satisfies` makes a forgotten kind a compile error. */
const samples = {
  dahuaReset: RESET,
  dahuaResetTruncated: RESET.slice(0, -3),
  deviceLabel: '{SN:4K002C6PAJA49A7,DT:IPC-C35P}',
  serial: '4K002C6PAJA49A7',
  link: 'https://example.com/app',
  hikvisionPhoneReset: 'https://example.com?code=D:DS**abc',
  hikvisionLabel: 'www.hik-connect.com\r123456789\rABCDEF\r',
  hikvisionDeviceCode: btoa('<code><cmd>1</cmd><encryptedString>abc</encryptedString></code>'),
  hikvisionSharing: 'QRC03010003YWRtaW4gYW5kIGEgbG9naW4=',
  other: 'WIFI:S:shop;;',
  unknown: 'hello there',
} as const satisfies Record<QrReading['kind'], string>;

function lookUp(path: string): unknown {
  return path.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], texts);
}

describe('textOf', () => {
  it.each(Object.entries(samples))('has a name, a sentence and a next step for %s', (kind, sample) => {
    const { reading } = foundText(sample);
    expect(reading.kind).toBe(kind);
    const text = textOf(reading);
    for (const key of [text.name, text.what, text.next]) expect(lookUp(key), key).toBeTypeOf('string');
    if (text.thing !== null) expect(lookUp(text.thing)).toBeTypeOf('string');
  });

  it.each([
    ['{SN:4K002C6PAJA49A7}', { serial: '4K002C6PAJA49A7' }],
    ['{SN:4K002C6PAJA49A7,DT:IPC-C35P}', { serial: '4K002C6PAJA49A7', model: 'IPC-C35P' }],
    ['{SN:?}', {}],
  ])('fills in what is known of the label %s', (label, values) => {
    const text = textOf(foundText(label).reading);
    expect(text.values).toEqual(values);
    const blanks = [...String(lookUp(text.what)).matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]);
    expect(blanks.toSorted()).toEqual(Object.keys(values).toSorted());
  });

  it('says when a reset code is of unusual make', () => {
    const unusual = foundText(`0102C912345678${'A'.repeat(342)}==`).reading;
    expect(textOf(unusual).what).toBe('readings.dahuaReset.whatUnusual');
    expect(textOf(foundText(RESET).reading).what).toBe('readings.dahuaReset.what');
  });
});
