import { describe, expect, it } from 'vitest';
import { linkIn, readDeepLink } from './deep-link.ts';

describe('readDeepLink', () => {
  it.each([
    ['resetdesk://ticket/12', { kind: 'ticket', number: 12 }],
    ['RESETDESK://Ticket/12/', { kind: 'ticket', number: 12 }],
    ['resetdesk://scan', { kind: 'scan' }],
    ['resetdesk://scan/', { kind: 'scan' }],
    ['resetdesk://new', { kind: 'new', phone: '', name: '' }],
    ['resetdesk://new?phone=+34600123456', { kind: 'new', phone: '+34600123456', name: '' }],
    ['resetdesk://new/?phone=%2B34%20600%20123%20456', { kind: 'new', phone: '+34 600 123 456', name: '' }],
    [
      'resetdesk://new?phone=030-123.45/6&name=Ana+Mu%C3%B1oz',
      { kind: 'new', phone: '030-123.45/6', name: 'Ana Muñoz' },
    ],
    ["resetdesk://new?name=O'Neil%20%26%20Sons", { kind: 'new', phone: '', name: "O'Neil & Sons" }],
    ['resetdesk://new?name=%E9%99%88%E4%BC%9F', { kind: 'new', phone: '', name: '陈伟' }],
    ['resetdesk://new?phone=%2B34+600+123+456', { kind: 'new', phone: '+34 600 123 456', name: '' }],
    ['resetdesk://new?phone=030123;ext=12', { kind: 'new', phone: '030123', name: '' }],
    ['resetdesk://new?phone=0301&name=Admin', { kind: 'new', phone: '0301', name: '' }],
    ['resetdesk://new?phone=0301&name=Line%20%234', { kind: 'new', phone: '0301', name: '' }],
    ['resetdesk://new?phone=0301&name=%E3%85%A4', { kind: 'new', phone: '0301', name: '' }],
    ['resetdesk://new?phone=&name=', { kind: 'new', phone: '', name: '' }],
  ])('reads %s', (text, link) => {
    expect(readDeepLink(text)).toEqual(link);
  });

  it.each([
    'resetdesk:ticket/12',
    'https://ticket/12',
    'resetdesk://ticket',
    'resetdesk://ticket/0',
    'resetdesk://ticket/-1',
    'resetdesk://ticket/1e3',
    'resetdesk://ticket/9999999999',
    'resetdesk://ticket/12/close',
    'resetdesk://ticket/12?close=1',
    'resetdesk://ticket/12#close',
    'resetdesk://user@ticket/12',
    'resetdesk://ticket:80/12',
    'resetdesk://ticket/../scan',
    'resetdesk://settings',
    'resetdesk://scan?now=1',
    'resetdesk://new?phone=call me',
    'resetdesk://new?phone=%00',
    'resetdesk://new?phone=--',
    'resetdesk://new?phone=030%0A123',
    'resetdesk://new?phone=030%E2%80%A8123',
    'resetdesk://new?phone=%3B1',
    'resetdesk://new?name=%E3%85%A4',
    `resetdesk://new?phone=${'1'.repeat(41)}`,
    `resetdesk://new?name=${'a'.repeat(121)}`,
    `resetdesk://new?name=${'%41'.repeat(300)}`,
    'resetdesk://new?name=%3Cscript%3E',
    'resetdesk://new?name=a%0Ab',
    'resetdesk://new?name=a%E2%80%AEb',
    'resetdesk://new?name=%',
    'resetdesk://new?name=root',
    'resetdesk://new?name=a&name=b',
    'resetdesk://new?name=a&password=b',
    '--no-sandbox',
    '',
  ])('takes nothing of %s', (text) => {
    expect(readDeepLink(text)).toBeNull();
  });
});

describe('linkIn', () => {
  it('finds a link among what the system starts a program with', () => {
    expect(linkIn(['/opt/ResetDesk/resetdesk', '--scan', 'resetdesk://ticket/3'])).toBe(
      'resetdesk://ticket/3',
    );
    expect(linkIn(['resetdesk', '/home/kim/resetdesk://odd'])).toBeNull();
    expect(linkIn([])).toBeNull();
  });
});
