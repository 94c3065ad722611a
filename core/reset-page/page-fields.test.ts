import { describe, expect, it } from 'vitest';
import { createRandom } from '../testkit/random.ts';
import { fieldIn, kindOfModel, TEXT_FIELDS, wordsOf } from './page-fields.ts';

describe('fieldIn', () => {
  it.each([
    ['serial', 'SN: 4K002C6PAJA49A7', '4K002C6PAJA49A7'],
    ['serial', 'S/N:4K002C6PAJA49A7 DC 12V', '4K002C6PAJA49A7'],
    ['serial', 'Serial No. 4K002c6PAJA49A7', '4K002C6PAJA49A7'],
    ['serial', 'Serial Number : 4K002C6PAJA49A7', '4K002C6PAJA49A7'],
    ['serial', 'NETWORKVIDEORECORDER', null],
    ['serial', 'SN: 4K0', null],
    ['mailbox', 'sent to a***@e****.com', 'a***@e****.com'],
    ['mailbox', 'sent to a**"b @gmail.com', 'a***b@gmail.com'],
    ['mailbox', 'support_rpwd@global.dahuatech.com', null],
    ['address', 'Support_rpwd@global. dahuatech.com', 'support_rpwd@global.dahuatech.com'],
    ['address', 'sent to a***@gmail.com', null],
    ['date', '2026-11-30 14:05:09', '2026-11-30 14:05:09'],
    ['date', '2026/11/30 14:05:09 Mon', '2026-11-30 14:05:09'],
    ['date', '2026-02-30 14:05:09', null],
    ['date', '2026-11-30 24:05:09', null],
    ['model', 'Device Type: NVR4108-4KS2', 'NVR4108-4KS2'],
    ['model', 'Model: DHI-NVR5216', 'DHI-NVR5216'],
    ['model', 'Device Type: QR', null],
    ['model', 'Reset Type QR Code', null],
  ] as const)('finds the %s in %j: %j', (field, line, value) => {
    expect(fieldIn(field, line)).toBe(value);
  });

  it('never throws and takes no time, whatever was read', () => {
    const random = createRandom(91);
    const signs = 'SN:/ *"@.-2026aZ0';
    for (let round = 0; round < 2000; round += 1) {
      const line = Array.from({ length: random.integer(0, 200) }, () =>
        signs.charAt(random.integer(0, signs.length - 1)),
      ).join('');
      for (const field of TEXT_FIELDS) fieldIn(field, line);
    }
    for (const sign of signs) for (const field of TEXT_FIELDS) fieldIn(field, sign.repeat(20_000));
  });
});

describe('wordsOf', () => {
  it('tells the menus by the name of the list, and nothing where both or none are there', () => {
    expect(wordsOf('Reset Mode  QR Code').generation).toBe('2022plus');
    expect(wordsOf('Reset Type  QR Code').generation).toBe('older');
    expect(wordsOf('Reset Type, Reset Mode').generation).toBeNull();
    expect(wordsOf('QR Code').generation).toBeNull();
  });

  it('sees that questions are offered', () => {
    expect(wordsOf('x\nSecurity Questions\ny').hasQuestions).toBe(true);
    expect(wordsOf('Security code').hasQuestions).toBe(false);
  });
});

describe('kindOfModel', () => {
  it.each([
    ['NVR4108', 'recorder'],
    ['IPC-HFW2431T', 'camera'],
    ['VTO4202F', 'doorStation'],
    ['', null],
    [null, null],
  ])('takes %j for %j', (model, kind) => expect(kindOfModel(model)).toBe(kind));
});
