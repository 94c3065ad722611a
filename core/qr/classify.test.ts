import { describe, expect, it } from 'vitest';
import { encodeBase64 } from './base64.ts';
import { classifyPayload } from './classify.ts';

/** Small repeatable generator (mulberry32), so that a failing case can be run again. */
function createRandom(seed: number): (exclusiveMax: number) => number {
  let state = seed;
  return (exclusiveMax) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % exclusiveMax;
  };
}

const cipher = (byteCount: number) =>
  encodeBase64(Uint8Array.from({ length: byteCount }, (_, index) => (index * 37 + 11) & 255));
const reset = (vendor = 'A1', byteCount = 256) => `TEST${vendor}KEYNO001${cipher(byteCount)}`;

describe('reset payload', () => {
  it('reads the usual 358 characters with high confidence', () => {
    expect(reset()).toHaveLength(358);
    expect(classifyPayload(reset('A2'))).toEqual({
      kind: 'dahuaReset',
      payload: reset('A2'),
      header: {
        purpose: 'TEST',
        vendor: 'A2',
        isNeutralBrand: false,
        isNewProgram: true,
        keyNumber: 'KEYNO001',
      },
      confidence: 'high',
    });
  });

  it.each([
    ['A1', false, false],
    ['B1', true, false],
    ['B2', true, true],
    ['A9', false, true],
  ])('vendor %s: neutral %s, new program %s', (vendor, isNeutralBrand, isNewProgram) => {
    expect(classifyPayload(reset(vendor))).toMatchObject({
      header: { vendor, isNeutralBrand, isNewProgram },
    });
  });

  it.each([
    ['a later vendor digit', reset('A3')],
    ['an unusual length', reset('A1', 192)],
    ['the longest that devices may send', reset('A1', 800)],
  ])('keeps %s at medium confidence', (_, payload) => {
    expect(classifyPayload(payload)).toMatchObject({ kind: 'dahuaReset', payload, confidence: 'medium' });
  });

  it('ignores blanks, line ends and NULs around it', () => {
    expect(classifyPayload(`\ufeff\r\n ${reset()}\r\n\0`)).toMatchObject({ payload: reset() });
  });

  it.each([1, 2, 3])('says that part is missing when %i characters of the last group are cut', (cut) => {
    expect(classifyPayload(reset('A1', 255).slice(0, -cut))).toEqual({ kind: 'dahuaResetTruncated' });
  });

  it.each([
    ['too short', reset('A1', 57)],
    ['too long', reset('A1', 900)],
    ['a lower-case vendor', reset('a1')],
    ['a blank in the header', `TE T${reset().slice(4)}`],
    ['a line end inside', `${reset().slice(0, 100)}\n${reset().slice(100)}`],
    ['other characters in the encrypted part', `${reset().slice(0, 100)}%${reset().slice(101)}`],
  ])('refuses %s', (_, payload) => {
    expect(classifyPayload(payload)).toEqual({ kind: 'unknown', length: payload.length });
  });
});

describe('device label', () => {
  const secret = 'L1234567';

  it.each([
    `{SN:4K002C6PAJA49A7,DT:IPC-C35P,SC:${secret},NC:11}`,
    `{SN:4K002C6PAJA49A7DT:IPC-C35PSC:${secret}NC:11}`,
    `{SN:4K002C6PAJA49A7,DT:IPC-C35P,RC:${secret}}`,
    `{SC:${secret},DT:IPC-C35P,SN:4K002C6PAJA49A7}`,
    `SN: 4K002C6PAJA49A7 DT: IPC-C35P RD: ${secret}`,
    `4K002C6PAJA49A7:IPC-C35P:${secret}`,
    '4K002C6PAJA49A7:IPC-C35P',
    'IPC-C35P,4K002C6PAJA49A7',
  ])('reads serial and model, never a secret: %s', (text) => {
    const reading = classifyPayload(text);
    expect(reading).toEqual({ kind: 'deviceLabel', serial: '4K002C6PAJA49A7', model: 'IPC-C35P' });
    expect(JSON.stringify(reading)).not.toContain(secret);
  });

  it.each([
    `{SN:,DT:IPC-C35P SC=${secret}}`,
    `{SN:,DT:IPC-C35P SC ${secret}}`,
    `{SN:,DT:IPC-C35P,SC:${secret}}`,
  ])('keeps no secret of a damaged label: %s', (text) => {
    expect(classifyPayload(text)).toEqual({ kind: 'deviceLabel', serial: null, model: 'IPC-C35P' });
  });

  it('does not trust a serial that an unknown field is glued to', () => {
    expect(classifyPayload('{SN:4K002C6PAJA49A7FOO:1}')).toMatchObject({ serial: null });
  });

  it('reads a label without a model', () => {
    expect(classifyPayload('{SN:4K002C6PAJA49A7}')).toMatchObject({ serial: '4K002C6PAJA49A7', model: null });
  });

  it('does not take a code for a model in the forms without names', () => {
    expect(classifyPayload(`4K002C6PAJA49A7:${secret}`)).toMatchObject({ model: null });
    expect(classifyPayload(`${secret},4K002C6PAJA49A7`)).toMatchObject({ model: null });
  });

  it('takes a serial that ends in SN as the serial', () => {
    expect(classifyPayload(`4K002C6PAJA49SN:IPC-C35P:${secret}`)).toEqual({
      kind: 'deviceLabel',
      serial: '4K002C6PAJA49SN',
      model: 'IPC-C35P',
    });
  });

  it('reads a bare serial', () => {
    expect(classifyPayload('4K002C6PAJA49A7')).toEqual({ kind: 'serial', serial: '4K002C6PAJA49A7' });
  });

  it.each(['4K002C6PA', '4K002C6PAJA49A7XXXXXXX', '4k002c6paja49a7'])('%s is no serial', (text) => {
    expect(classifyPayload(text)).toEqual({ kind: 'unknown', length: text.length });
  });
});

describe('codes beside the right one', () => {
  it.each([
    ['https://app.example.com/download?x=1', 'app.example.com'],
    ['HTTP://user@Example.com:8080/', 'example.com'],
    ['www.example.com/privacy', 'www.example.com'],
  ])('%s is a link to %s', (text, host) => {
    expect(classifyPayload(text)).toEqual({ kind: 'link', host });
  });

  it('a link without a host is unknown', () => {
    expect(classifyPayload('https://')).toEqual({ kind: 'unknown', length: 8 });
  });

  it.each([
    ['https://example.com/?code=D:DS-7608**AbCd', 'hikvisionPhoneReset'],
    ['www.hik-connect.com\r123456789\rSECRET\r', 'hikvisionLabel'],
    ['www.ezviz7.com\r123456789\rSECRET\rCS-C6', 'hikvisionLabel'],
    [encodeBase64(new TextEncoder().encode('<code><cmd>x</cmd></code>')), 'hikvisionDeviceCode'],
    [`QRC03010003${encodeBase64(new TextEncoder().encode('admin and a login of ours'))}`, 'hikvisionSharing'],
    [encodeBase64(new TextEncoder().encode('<?xml version="1.0"?>\n<code></code>')), 'hikvisionDeviceCode'],
  ])('tells Hikvision codes apart and keeps nothing of them', (text, kind) => {
    expect(classifyPayload(text)).toEqual({ kind });
  });

  it.each([
    ['WIFI:T:WPA;S:Shop;P:secret;;', 'wifi'],
    ['BEGIN:VCARD\nFN:A', 'contact'],
    ['mailto:a@example.com', 'mail'],
    ['tel:+490000', 'phone'],
    ['SMSTO:12345:hi', 'message'],
    ['geo:1,2', 'place'],
    ['BEGIN:VEVENT', 'event'],
    ['otpauth://totp/x?secret=y', 'authenticator'],
  ])('%s is other content', (text, what) => {
    expect(classifyPayload(text)).toEqual({ kind: 'other', what });
  });

  it.each(['', '   ', 'hello', '\0'])('keeps only the length of %j', (text) => {
    expect(classifyPayload(text)).toEqual({ kind: 'unknown', length: text.length });
  });
});

describe('any text at all', () => {
  const random = createRandom(20_260);
  const seeds = [
    reset(),
    '{SN:4K002C6PAJA49A7,DT:IPC-C35P,SC:L1234567,NC:11}',
    '4K002C6PAJA49A7:IPC-C35P:L1234567',
    'www.hik-connect.com\r123456789\rSECRET\r',
    'https://example.com/?code=D:DS**x',
    'WIFI:T:WPA;S:Shop;;',
    encodeBase64(new TextEncoder().encode('<code><cmd>x</cmd></code>')),
  ];
  const fragments = ['SN:', 'SC:', 'DT:', ':', ',', '\r', '==', '\0', 'A1', '?code=D:', '\ud800', 'é', '  '];
  const mutate = (text: string): string => {
    let mutated = text;
    for (let turn = random(6) + 1; turn > 0; turn -= 1) {
      const at = random(mutated.length + 1);
      const to = Math.min(mutated.length, at + random(8));
      const inserted = random(2) === 0 ? (fragments[random(fragments.length)] ?? '') : '';
      mutated = mutated.slice(0, at) + inserted + mutated.slice(to);
    }
    return mutated;
  };
  const randomText = (): string =>
    String.fromCharCode(...Array.from({ length: random(400) }, () => random(random(2) === 0 ? 128 : 65_536)));

  it('never throws and keeps a payload only when it is one (180,000 random and mutated texts)', () => {
    for (let turn = 0; turn < 180_000; turn += 1) {
      const text = turn % 2 === 0 ? mutate(seeds[random(seeds.length)] ?? '') : randomText();
      const reading = classifyPayload(text);
      if (reading.kind === 'dahuaReset') {
        expect(reading.payload.length).toBeGreaterThanOrEqual(94);
        expect(reading.payload.length).toBeLessThanOrEqual(1100);
        expect(reading.payload).toMatch(/^[!-~]+$/);
      } else if (reading.kind === 'deviceLabel' && reading.serial !== null) {
        expect(reading.serial).toMatch(/^[A-Z0-9]{4,47}$/);
      }
    }
  });

  it('keeps no label secret, wherever the label is damaged outside of it (20,000 mutated labels)', () => {
    const secret = 'Zq7Zq7Zq';
    for (let turn = 0; turn < 20_000; turn += 1) {
      const separator = random(2) === 0 ? ',' : '';
      const name = ['SC', 'RC', 'RD'][random(3)] ?? 'SC';
      const head = mutate(`{SN:4K002C6PAJA49A7${separator}DT:IPC-C35P${separator}`);
      const reading = classifyPayload(`${head}${name}:${secret},NC:11}`);
      expect(JSON.stringify(reading).toUpperCase()).not.toContain(secret.toUpperCase());
    }
  });

  it.each([
    ['blanks', ' '.repeat(4_000_000)],
    ['one letter', 'A'.repeat(4_000_000)],
    ['field names', 'SN:'.repeat(1_000_000)],
    ['a long link', `https://${'a'.repeat(4_000_000)}`],
    ['colons', ':'.repeat(7_000)],
    ['near-labels at the limit', 'SN:DT:SC:'.repeat(780)],
  ])('answers for megabytes of %s', (_, text) => {
    expect(['unknown', 'deviceLabel', 'link']).toContain(classifyPayload(text).kind);
  });
});
