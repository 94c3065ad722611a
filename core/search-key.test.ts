import { describe, expect, it } from 'vitest';
import { phoneDigits } from './phone-text.ts';
import { customerKeys, deviceKeys, SEARCH_KEY_VERSION, textKeys } from './search-key.ts';
import { searchKey, searchTerms } from './search-text.ts';

describe('searchKey', () => {
  it.each([
    ['Łukasz Müller-Groß', 'lukasz muller gross'],
    ['ÅSE Ørsted', 'ase orsted'],
    ['IŞIK ışık İzmir', 'isik isik izmir'],
    ["O'Brien  &  Sons", 'obrien sons'],
    ['Đorđe Æther Œuvre Þór', 'dorde aether oeuvre thor'],
    ['Анна Йод', 'анна иод'],
    ['4G0A1B2PAZ', '4g0a1b2paz'],
    ['100%_', '100'],
    [' \t', ''],
  ])('turns %j into %j', (text, key) => {
    expect(searchKey(text)).toBe(key);
  });

  it('gives composed and decomposed text the same key', () => {
    expect(searchKey('é'.normalize('NFD'))).toBe(searchKey('é'.normalize('NFC')));
  });
});

describe('searchTerms', () => {
  it('joins the digits of a phone number and splits hyphenated names', () => {
    expect(searchTerms('+49 (0171) 555-12 Müller-Groß')).toEqual(['49', '0171', '55512', 'muller', 'gross']);
  });

  it('finds every part of a customer however it is typed', () => {
    const keys = customerKeys({ name: 'Zoë Łoś', phones: ['+491715551234'], emails: ['zoe@los.example'] });
    expect(keys).toEqual({
      words: 'zoe los example 491715551234 01715551234',
      codes: '491715551234 01715551234',
    });
    for (const text of ['zoe', 'ZOË los', '0171 555', '55-51', 'los.example'])
      expect(searchTerms(text).every((term) => `${keys.words} ${keys.codes}`.includes(term))).toBe(true);
  });

  it('finds a device by its serial, its model and any part of either', () => {
    expect(deviceKeys({ serial: '4G0A1B2PAZ', model: 'NVR 4108-P' })).toEqual({
      words: '4g0a1b2paz nvr 4108 p',
      codes: '4g0a1b2paz 4108',
    });
  });

  it('has no terms for a text without letters or digits', () => {
    expect(searchTerms(' -- %% ')).toEqual([]);
  });
});

describe('phoneDigits', () => {
  it('drops everything but digits', () => {
    expect(phoneDigits('+44 (0)20 7946-0000')).toBe('4402079460000');
  });
});

it('notes with a version what keys it makes: whoever changes one of these raises it, so that databases make theirs anew', () => {
  const customer = { name: "Zoë Łoś-O'Brien", phones: ['+491715551234'], emails: ['zoe@los.example'] };
  const device = { serial: '4G0A1B2PAZ', model: 'DHI-XVR5116', firmwareVersion: 'V4.001.0000001.3' };
  expect([
    SEARCH_KEY_VERSION,
    customerKeys(customer),
    deviceKeys(device),
    textKeys('Größe 42, Œuvre'),
  ]).toEqual([
    1,
    {
      words: 'zoe los obrien example 491715551234 01715551234',
      codes: '491715551234 01715551234',
    },
    { words: '4g0a1b2paz dhi xvr5116 v4 001 0000001 3', codes: '4g0a1b2paz xvr5116 001 0000001' },
    { words: 'grosse 42 oeuvre', codes: '' },
  ]);
});
