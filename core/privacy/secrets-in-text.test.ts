import { describe, expect, it } from 'vitest';
import { generatePassword, groupsOf } from '../password/generate.ts';
import { formatRecoveryKey } from '../recovery-key.ts';
import { createRandom } from '../testkit/random.ts';
import type { SecretKind } from './found-secret.ts';
import { ordinaryNotes } from './ordinary-notes.fixture.ts';
import { findSecrets, isCertain, secretsInTheWay, withoutSecrets } from './secrets-in-text.ts';
import { vendorMails } from './vendor-mails.fixture.ts';

const found = (text: string) => findSecrets(text).map(({ kind, from, to }) => [kind, text.slice(from, to)]);
const leftOut = (text: string) => withoutSecrets(text, findSecrets(text));

describe('the mail that brings the code', () => {
  it.each(vendorMails('8kTm3vQz'))('is recognised in %s', (_, mail) => {
    expect(found(mail)).toEqual([['codeMail', '8kTm3vQz']]);
    expect(leftOut(mail)).toBe(mail.replace('8kTm3vQz', '•••'));
    expect(findSecrets(mail).every(isCertain)).toBe(true);
  });

  it.each(['AB12CD34', '482913', 'Ab3 X7k 9Pq', '1234-5678'])('is recognised with the code %s', (code) => {
    for (const [, mail] of vendorMails(code)) expect(leftOut(mail)).not.toContain(code);
  });

  it('is recognised with a code of letters alone where the whole mail is there', () => {
    const whole = vendorMails('kwqmtz').filter(([, mail]) => mail.includes('\n'));
    for (const [, mail] of whole) expect(leftOut(mail)).not.toContain('kwqmtz');
  });

  it('is kept without the code', () => {
    for (const [, mail] of vendorMails('•••')) expect(found(mail)).toEqual([]);
  });
});

describe('a mail that asks for the code', () => {
  it.each([
    'Betreff: Reset\nSehr geehrte Damen und Herren,\nwir brauchen den Code für\n4G0A1B2PAZ12345\nKundennummer:\n4711234\nMfG',
    'From: Anna Kaya\nSubject: Dahua reset\nHello,\nno code yet. My phone:\n01715551234\nHouse no\n12b\nBye',
    'Dear support,\nthe Dahua reset code is late today.\nThe security code is expired, valid until noon.\nRegards',
    'Dear support,\nthe reset code is not valid any more.\nXVR5108HS-4KL\n4G0A1B2PAZ12345\nRegards',
  ])('keeps its serial and numbers: %j', (mail) => {
    expect(found(mail)).toEqual([]);
  });

  it('is asked about, not refused, where a word stands alone that nothing calls the code', () => {
    const mail =
      'Dear user,\nyou have asked for a security code to reset a password.\nType in:\n\n8kTm3vQz\n\nvalid 24 hours';
    expect(found(mail)).toEqual([['code', '8kTm3vQz']]);
  });

  it('is certain under a sentence about the code', () => {
    const mail = 'Dahua. Dear user, your security code is below.\n\n8kTm3vQz\n\nValid for 24 hours.';
    expect(found(mail)).toEqual([['codeMail', '8kTm3vQz']]);
  });
});

describe('labels', () => {
  it.each([
    ['{SN:4G0A1B2PAZ12345,DT:DH-XVR5108HS,SC:L2C4B6A8,NC:010}', 'L2C4B6A8'],
    ['SN:4G0A1B2PAZ12345DT:XVR5108SC:ABCDEFGH', 'ABCDEFGH'],
    ['S/N: 4G0A1B2PAZ12345\nSC: ABCDEFGH', 'ABCDEFGH'],
    ['4G0A1B2PAZ12345:XVR5108:AB12CD', 'AB12CD'],
    ['the sticker says SC: L2C4B6A8', 'L2C4B6A8'],
    ['{SN:4G0A1B2PAZ12345,DT:XVR,RC:12345678}', '12345678'],
    ['{"SN":"4G0A1B2PAZ12345","SC":"L2C4B6A8"}', 'L2C4B6A8'],
    ['SN：4G0A1B2PAZ12345，SC：L2C4B6A8', 'L2C4B6A8'],
    ['S/C: L2C4B6A8', 'L2C4B6A8'],
  ])('%j', (text, secret) => {
    expect(found(text)).toEqual([['label', secret]]);
  });

  it.each([
    'SC: please call Maria',
    'S/N: 4G0A1B2PAZ12345',
    '12:30:45',
    'fe80::1ff:fe23:4567:890a',
    'http://host:8080/x',
  ])('but not %j', (text) => {
    expect(found(text)).toEqual([]);
  });
});

describe('the recovery key', () => {
  const key = formatRecoveryKey(Uint8Array.from({ length: 15 }, (_, index) => index * 17));

  it.each([
    key,
    key.toLowerCase(),
    key.replaceAll('-', ' '),
    key.replaceAll('-', ''),
    key.replaceAll('-', '\n'),
  ])('is found as %j', (written) => {
    expect(found(`Saved today: ${written} (keep)`)).toEqual([['recoveryKey', written]]);
  });

  it('is found with a typo', () => {
    const typo = key.replace(/^./, (first) => (first === 'X' ? 'Y' : 'X'));
    expect(found(typo)).toEqual([['recoveryKey', typo]]);
  });
});

const guesses: readonly (readonly [string, SecretKind, string])[] = [
  ['Security code Ab3X7k', 'code', 'Ab3X7k'],
  ['code: Ab3X7k', 'code', 'Ab3X7k'],
  ['code 482913 read out', 'code', '482913'],
  ['the code she got is now 8kTm3vQz, she types it', 'code', '8kTm3vQz'],
  ['Ab3X7k is the security code', 'code', 'Ab3X7k'],
  ['código 8kTm3vQz', 'code', '8kTm3vQz'],
  ['código de seguridad: 4821', 'code', '4821'],
  ['El código es Ab3X7k', 'code', 'Ab3X7k'],
  ['Sicherheitscode AB12CD34', 'code', 'AB12CD34'],
  ['code de sécurité : 482913', 'code', '482913'],
  ['Код безопасности: 482913', 'code', '482913'],
  ['安全码：8kTm3vQz', 'code', '8kTm3vQz'],
  ['code: Ab3 X7k', 'code', 'Ab3 X7k'],
  ['code: 1234 5678', 'code', '1234 5678'],
  ['new password Kugel2024!', 'password', 'Kugel2024!'],
  ['pw: admin123', 'password', 'admin123'],
  ['pass=hunter22', 'password', 'hunter22'],
  ['contraseña nueva: Sol#Mar77', 'password', 'Sol#Mar77'],
  ['la contraseña es 12345678', 'password', '12345678'],
  ['Passwort ist Blau7Haus', 'password', 'Blau7Haus'],
  ['mot de passe: chat-noir9', 'password', 'chat-noir9'],
  ['пароль: moskva1980', 'password', 'moskva1980'],
  ['admin / Kugel2024!', 'password', 'Kugel2024!'],
  ['code 8kTm3vQz.png', 'code', '8kTm3vQz'],
  ['code_8kTm3vQz.pdf', 'code', '8kTm3vQz'],
  ['set it to Xk7#mTqz today', 'password', 'Xk7#mTqz'],
  ['SC L2C4B6A8', 'code', 'L2C4B6A8'],
  ['OTP 482913', 'code', '482913'],
  ['SafeCode: L2C4B6A8', 'code', 'L2C4B6A8'],
  ['her code → 8kTm3vQz', 'code', '8kTm3vQz'],
  ['code – 8kTm3vQz', 'code', '8kTm3vQz'],
  ['the code: it is 8kTm3vQz', 'code', '8kTm3vQz'],
  ['p/w: Kugel2024', 'password', 'Kugel2024'],
  ['Passw.: Kugel2024', 'password', 'Kugel2024'],
  ['Password changed to Kugel2024', 'password', 'Kugel2024'],
  ['<b>Password</b>: Kugel2024', 'password', 'Kugel2024'],
  ['pass\u200bword: Kugel2024', 'password', 'Kugel2024'],
  ['pass\u202eword: Kugel2024', 'password', 'Kugel2024'],
  ['password: \u2066sunshine\u2069', 'password', 'sunshine'],
  ['code: 8kTm\u200b3vQz', 'code', '8kTm\u200b3vQz'],
  ['Ｐａｓｓｗｏｒｄ： ８ｋＴｍ３ｖＱｚ', 'password', '８ｋＴｍ３ｖＱｚ'],
];

describe('what is called a code or a password', () => {
  it.each(guesses)('%j', (text, kind, secret) => {
    expect(found(text)).toEqual([[kind, secret]]);
  });

  it.each(guesses)('is kept when the agent says so: %j', (text, _, secret) => {
    expect(secretsInTheWay(text, (fragment) => fragment === secret)).toEqual([]);
    expect(secretsInTheWay(text, (fragment) => fragment === 'other')).toHaveLength(1);
  });

  it('is found when the desk made it, without any word beside it', () => {
    const rules = { minLength: 8, maxLength: 32, minCharacterTypes: 2, forbiddenCharacters: '\'";:& ' };
    const random = createRandom(5);
    for (let round = 0; round < 500; round += 1) {
      const minCharacterTypes = 2 + (round % 3);
      const password = generatePassword({ ...rules, minCharacterTypes }, (max) => random.integer(0, max - 1));
      expect(found(`She writes down ${password}.`)).toEqual([['password', password]]);
      expect(leftOut(`password: ${password}`)).toBe('password: •••');
      expect(groupsOf(password).length).toBeGreaterThan(1);
    }
  });

  it('is found however often it is there, and nothing is found in what was left out', () => {
    const text = 'code Ab3X7k, then code Zz9Yy8 and password Kugel2024!';
    expect(leftOut(text)).toBe('code •••, then code ••• and password •••');
    expect(found(leftOut(text))).toEqual([]);
    expect(leftOut('codes: Ab3X7k and Zz9Yy8')).toBe('codes: ••• and •••');
    expect(leftOut('code 1: Ab3X7k, code 2: Zz9Yy8')).toBe('code 1: •••, code 2: •••');
  });
});

describe('ordinary notes', () => {
  it('are kept: of 20,000 with numbers, serials, dates and words such as "code" fewer than 1 in 1,000 is asked about', () => {
    const notes = ordinaryNotes(createRandom(41), 20_000);
    const asked = notes.filter((note) => findSecrets(note).length > 0);
    expect(
      asked.length,
      asked
        .slice(0, 10)
        .map((note) => JSON.stringify([note, ...found(note)]))
        .join('\n'),
    ).toBeLessThan(20);
  });

  it.each([
    'Password forgotten since 2023, asks for a code',
    'password: unknown',
    'Security code: expired',
    'Customer has not got the code yet, reset mail sent 14:05',
    'The Dahua code is valid for 24 hours, reset tomorrow',
    'Dahua reset code is expired',
    'error code 1018 after the third try',
    'zip code 90210, área 28013',
    'código postal 28013',
    'código de error 1019',
    'QR code of 4G0A1B2PAZ12345 scanned',
    'code for 4G0A1B2PAZ12345 is late',
    'code on XVR5116HS-I3',
    'code requested twice, ticket 100234',
    'Call back 0171 5551234 about the code',
    'password reset 3 times, DH-XVR5108HS-4KL-I3',
    'No code, asked at 2026-11-30',
    'pass 100234 on to Ben',
    'code 24h',
    'Order 4500012345, invoice RE-2026-00123',
    'Mail to anna.k2@example.com',
    'IMG_20261130_140510.jpg',
    'Screenshot 2026-11-30 at 14.05.10.png',
    'code.png',
    'passwords.txt',
    'RMA code 12345678',
    'Wi-Fi of the FRITZ!Box7590',
    'SC Freiburg, SC 12 seats',
    'codes: two and a half hours late',
    'QR code 4G0A1B2PAZ12345.png',
    '',
  ])('leaves %j', (note) => {
    expect(found(note)).toEqual([]);
  });
});
