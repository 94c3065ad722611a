import { describe, expect, it } from 'vitest';
import { readCustomerText } from './read-customer-text.ts';

describe('readCustomerText', () => {
  it.each([
    ['Anna Rossi', { name: 'Anna Rossi', phone: '', email: '' }],
    ['+49 (171) 55-66 77', { name: '', phone: '+49 (171) 55-66 77', email: '' }],
    ['anna@example.org', { name: '', phone: '', email: 'anna@example.org' }],
    [
      'Anna Rossi 030 123456 anna@example.org',
      { name: 'Anna Rossi', phone: '030 123456', email: 'anna@example.org' },
    ],
    ['0171 5566 Bruno  Keller', { name: 'Bruno Keller', phone: '0171 5566', email: '' }],
  ])('sorts %s', (text, sorted) => {
    expect(readCustomerText(text)).toEqual(sorted);
  });

  it('leaves a short number in the name', () => {
    expect(readCustomerText('Bar 21')).toEqual({ name: 'Bar 21', phone: '', email: '' });
  });

  it('keeps to the lengths that can be stored', () => {
    expect(readCustomerText('x'.repeat(300)).name).toHaveLength(200);
    expect(readCustomerText('1'.repeat(300)).phone).toHaveLength(50);
  });
});
