import { describe, expect, it } from 'vitest';
import { judgePassword } from './strength.ts';

describe('judgePassword', () => {
  it.each(['kafmwpqnmqr473', 'Tz7#kwVbq2!m', 'reyxukfmwqpd'])('finds nothing against %s', (password) => {
    expect(judgePassword(password)).toEqual({ level: 'good', weaknesses: [] });
  });

  it.each([
    ['admin123', ['commonWord']],
    ['P4ssw0rd', ['commonWord']],
    ['Contraseña1', ['commonWord']],
    ['12345678', ['sequence']],
    ['qwertz12', ['sequence']],
    ['87654321a', ['sequence']],
    ['aaaaaaaa1', ['repetition']],
    ['kxkxkxkx', ['repetition']],
    ['kxm2024', ['year']],
    ['Dahua2024', ['commonWord', 'year']],
    ['kxm7q', ['short']],
    ['', ['short']],
  ])('calls %j weak and says why', (password, weaknesses) => {
    expect(judgePassword(password)).toEqual({ level: 'weak', weaknesses });
  });

  it('knows what is on the label and in the customer’s record', () => {
    const known = ['4G0A1B2PAZC3D4E', '+49 170 1234599', 'Ann'];
    expect(judgePassword('c3d4e', known).weaknesses).toEqual(['short']);
    expect(judgePassword('AZC3D4Ex', known)).toEqual({ level: 'weak', weaknesses: ['known'] });
    expect(judgePassword('key234599', known).weaknesses).toEqual(['known']);
  });

  it('never calls good what has a weakness, however long', () => {
    expect(judgePassword('kafmwpqnmqr473-admin-wtzbvq')).toEqual({
      level: 'fair',
      weaknesses: ['commonWord'],
    });
  });

  it.each(['    ', '💥💥💥💥💥💥', 'a'.repeat(5000)])('always ends, also for %j', (password) => {
    expect(judgePassword(password).level).toBe('weak');
  });
});
