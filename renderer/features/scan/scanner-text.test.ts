import { describe, expect, it } from 'vitest';
import { type Burst, createBurstRecogniser } from '../../../core/keywedge/burst.ts';
import { labelPayload, resetPayload } from '../../../core/testkit/payloads.ts';
import { createRandom } from '../../../core/testkit/random.ts';
import { typed } from '../../../core/testkit/scanner-keys.ts';
import { endsWithScannersEnter, isCompleteCode, isTakenFromField, readScannerText } from './scanner-text.ts';

const random = createRandom(7);
const RESET = resetPayload(random);
const LABEL = '{SN:4K002C6PAJA49A7,DT:IPC-C35P,SC:L1234567}';
const SERIAL = '4K002C6PAJA49A7';
const HIKVISION_LABEL = 'www.hik-connect.com\rE12345678\rABCDEF\rDS-2CD2143';
const UNEVEN = (index: number) => [130, 70, 210, 95, 160][index % 5] ?? 0;

function burstOf(text: string, typing: Parameters<typeof typed>[1] = {}): Burst {
  const recogniser = createBurstRecogniser();
  for (const press of typed(text, typing)) recogniser.press(press);
  const burst = recogniser.peek();
  if (burst === null) throw new Error('The test itself is wrong.');
  return burst;
}

const readingOf = (...input: Parameters<typeof burstOf>) => readScannerText(burstOf(...input))?.found.reading;

describe('readScannerText', () => {
  it.each([
    ['dahuaReset', RESET],
    ['deviceLabel', LABEL],
    ['serial', SERIAL],
    ['link', 'https://example.com/app'],
  ])('reads a %s by place where the layout garbles it', (kind, text) => {
    for (const computer of ['qwerty', 'azerty', 'qwertz', 'dvorak', 'cyrillic'] as const) {
      expect(readingOf(text, { computer, hasCapsLock: true })?.kind).toBe(kind);
    }
  });

  it('reads by layout when the scanner is set to that of the computer, also with CapsLock', () => {
    const reset = { kind: 'dahuaReset', payload: RESET };
    expect(readingOf(RESET, { scanner: 'qwertz', computer: 'qwertz' })).toMatchObject(reset);
    expect(readingOf(RESET, { scanner: 'qwertz', computer: 'qwertz', hasCapsLock: true })).toMatchObject(
      reset,
    );
  });

  it.each([
    ['*{}*', 1],
    [']Q1{}', 0],
    [']C0{}', 0],
    ['Q{}#', 1],
    ['Maria{}', 5],
    ['Maria ]Q1{}', 6],
  ])('finds the code within %s', (around, keysBefore) => {
    for (const code of [RESET, labelPayload(random)]) {
      const read = readScannerText(burstOf(around.replace('{}', code)));
      expect(read?.found.reading.kind).toMatch(/dahuaReset|deviceLabel/);
      expect(read?.keysBefore).toBe(keysBefore);
    }
  });

  it('takes the AIM identifier off a serial', () => {
    expect(readingOf(`]C0${SERIAL}`)).toEqual({ kind: 'serial', serial: SERIAL });
  });

  it('keeps no secret of a label', () => {
    expect(JSON.stringify(readScannerText(burstOf(LABEL, { computer: 'azerty' })))).not.toContain('L1234567');
  });

  it('reads nothing where no reading makes sense', () => {
    expect(readScannerText(burstOf('@@@garbled@@@'))).toBeNull();
  });

  it.each([
    ['a phone number', '01715551234', 5],
    ['the barcode of a box', '5901234123457', 5],
    ['a serial that somebody types', SERIAL, UNEVEN],
  ] as const)('opens nothing for %s', (_, text, everyMs) => {
    expect(readScannerText(burstOf(text, { everyMs }))).toBeNull();
  });

  it('takes a scan that was cut for no rare code', () => {
    for (let length = 94; length < RESET.length - 2; length += 1) {
      const reading = readingOf(RESET.slice(0, length));
      expect({ length, kind: reading?.kind }).toEqual({ length, kind: 'dahuaResetTruncated' });
    }
    const rare = resetPayload(random, 192);
    expect(readingOf(`${rare}\r`)).toMatchObject({ kind: 'dahuaReset', confidence: 'medium' });
  });
});

describe('a text field', () => {
  it.each([
    [RESET, 5, true],
    [RESET, UNEVEN, true],
    [RESET.slice(0, -1), 90, true],
    [LABEL, 5, true],
    [LABEL, UNEVEN, true],
    [HIKVISION_LABEL, 5, true],
    ['SN:4K002C6PAJA49A7,SC:L1234567', 90, true],
    [SERIAL, 5, false],
    ['https://example.com/app', 5, false],
    ['The SN: 4K002C6PAJA49A7 is broken', UNEVEN, false],
    ['4K002C6PAJA49A7:IPC-C35P', UNEVEN, false],
  ] as const)('gives away %s, typed every %s ms: %s', (text, everyMs, isTaken) => {
    const burst = burstOf(text, { everyMs });
    const read = readScannerText(burst);
    expect(read !== null && isTakenFromField(read.found, burst, false)).toBe(isTaken);
  });

  it.each([
    [5, true],
    [90, true],
    [UNEVEN, false],
  ] as const)(
    'that asks for serials gives one away that a machine types, every %s ms: %s',
    (everyMs, isTaken) => {
      const burst = burstOf(SERIAL, { everyMs });
      const read = readScannerText(burst);
      expect(read !== null && isTakenFromField(read.found, burst, true)).toBe(isTaken);
    },
  );

  it.each([
    ['Maria Gonzales', 5],
    ['a sentence that somebody pasted with a text expander', 5],
    [SERIAL, 90],
    [SERIAL, UNEVEN],
    [SERIAL.toLowerCase(), 5],
    ['0171 5551234', 5],
    ['01715551234', 90],
    ['https://example.com/a-long-address/that-somebody-types', UNEVEN],
  ] as const)('keeps the Enter of a person behind %s', (text, everyMs) => {
    expect(endsWithScannersEnter(burstOf(`${text}\r`, { everyMs }), false)).toBe(false);
  });

  it.each([
    [LABEL, 90],
    [SERIAL, 5],
    ['5901234123457', 5],
    [RESET, UNEVEN],
  ] as const)('does not take the end of %s for that of a form', (text, everyMs) => {
    expect(endsWithScannersEnter(burstOf(`${text}\r`, { everyMs }), false)).toBe(true);
  });

  it('does not take a long garbled text for a form either', () => {
    const garbled = '&&-_"'.repeat(12);
    expect(endsWithScannersEnter(burstOf(`${garbled}\r`), false)).toBe(true);
  });
});

describe('isCompleteCode', () => {
  it.each([
    [RESET, true],
    [LABEL, true],
    [`${SERIAL}\r`, true],
    [RESET.slice(0, -1), false],
    [LABEL.slice(0, -1), false],
    [SERIAL, false],
    ['www.hik-connect.com\r', false],
    ['@@@garbled@@@\r', false],
  ])('%s: %s', (text, isComplete) => {
    expect(isCompleteCode(burstOf(text))).toBe(isComplete);
  });
});
