import { describe, expect, it } from 'vitest';
import { readSerial } from './read-serial.ts';

describe('readSerial', () => {
  it('makes capitals and takes out what groups the serial', () => {
    expect(readSerial(' 4k00-2c6p aja49a7 ')).toEqual({ kind: 'serial', serial: '4K002C6PAJA49A7' });
  });

  it('has nothing to say about an empty field', () => {
    expect(readSerial(' - ')).toEqual({ kind: 'empty' });
  });

  it('refuses what is too short or too long', () => {
    expect(readSerial('AB1')).toEqual({ kind: 'tooShort' });
    expect(readSerial('A'.repeat(48))).toEqual({ kind: 'tooLong' });
  });

  it('names each character that can not be in a serial once', () => {
    expect(readSerial('AB/12/é')).toEqual({ kind: 'badCharacters', characters: ['/', 'É'] });
  });
});
