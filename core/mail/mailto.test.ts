import { describe, expect, it } from 'vitest';
import { MAILTO_MOST, mailtoAddress, mailtoLength } from './mailto.ts';

describe('mailtoAddress', () => {
  it('carries the text unchanged', () => {
    const subject = 'Reset & 100 % = done?';
    const address = new URL(mailtoAddress({ to: 'a@b.example', subject, body: 'x + y\nGrüße #1' }));
    expect(address.protocol).toBe('mailto:');
    expect(address.pathname).toBe('a@b.example');
    const fields = address.search.slice(1).split('&');
    expect(fields.map((field) => decodeURIComponent(field))).toEqual([
      `subject=${subject}`,
      'body=x + y\r\nGrüße #1',
    ]);
  });

  it('gives no way to add a recipient or another field', () => {
    const address = mailtoAddress({ to: 'a?bcc=c&x@b.example', subject: '&bcc=evil@b.example', body: '' });
    expect([...new URL(address).searchParams.keys()]).toEqual(['subject', 'body']);
  });

  it.each([
    ['Б'.repeat(400), 2433],
    ['x'.repeat(400), 433],
    ['\n'.repeat(10), 93],
    ['😀', 45],
  ])('is measured as it is passed on', (body, length) => {
    const draft = { to: 'a@b.example', subject: '', body };
    expect(mailtoLength(draft)).toBe(length);
    expect(mailtoAddress(draft)).toHaveLength(length);
    expect(MAILTO_MOST).toBe(2081);
  });
});
