import { expect, it } from 'vitest';
import type { CustomerData } from './customer-data.ts';
import { type CustomerPageWords, customerPage } from './customer-page.ts';

const words = new Proxy({}, { get: (_, name) => `[${String(name)}]` }) as CustomerPageWords;

const data: CustomerData = {
  format: 'resetdesk-customer',
  formatVersion: 1,
  exportedAt: 5,
  customer: {
    id: '0190a0a0-0000-7000-8000-000000000001',
    name: '<script>alert("Anna")</script>',
    phones: ['+491715551234'],
    emails: [],
    language: null,
    notes: "Says 'hello' & waits",
  },
  sites: [],
  devices: [],
  tickets: [
    {
      number: 7,
      openedAt: 1,
      outcome: 'abandoned',
      scans: [],
      history: [
        { at: 2, agent: 'Ada', event: { type: 'noteAdded', text: 'Calls <back>' } },
        { at: 3, agent: 'Ada', event: { type: 'loginVerified' } },
      ],
    },
  ],
};

it('shows what is kept as text, whatever a customer or agent has written', () => {
  const page = customerPage(data, words, 'en', (at) => `time ${at}`);
  expect(page).not.toMatch(/<script|<back>/);
  expect(page).toContain('&#60;script&#62;alert(&#34;Anna&#34;)');
  expect(page).toContain('Says &#39;hello&#39; &#38; waits');
  expect(page).toContain('time 2, Ada: Calls &#60;back&#62;');
  expect(page).toContain('[entries] 2');
  expect(page).toContain('<p>[none]</p>');
});
