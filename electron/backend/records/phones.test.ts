import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestDesk, type TestDesk, temporaryFolder, testKey } from '../testing/test-desk.ts';

let folder: ReturnType<typeof temporaryFolder>;
let desk: TestDesk;
beforeEach(async () => {
  folder = temporaryFolder();
  desk = await openTestDesk(folder.file);
});
afterEach(async () => {
  await desk.close();
  folder.remove();
  expect(desk.bugs).toEqual([]);
});

const settings = () => desk.call('desk.getSettings', {});
const choose = async (country: string) =>
  desk.call('desk.updateSettings', { change: { country }, version: (await settings()).version });

async function add(name: string, ...phones: string[]): Promise<void> {
  const { ticket } = await desk.call('ticket.open', { by: 'hand' });
  await desk.call('customer.create', { ticketId: ticket.id, name, phones, emails: [] });
}

const found = async (text: string) => {
  const names = (hits: readonly { name: string }[]) => hits.map(({ name }) => name);
  const { customers } = await desk.call('customer.search', { text, limit: 9 });
  const { groups } = await desk.call('desk.search', { text, groups: ['customers', 'tickets'], limit: 9 });
  const list = await desk.call('customer.list', { text, limit: 9, after: null });
  const hits = groups.flatMap((group) => group.hits);
  return {
    finder: names(customers),
    search: hits.flatMap((hit) => (hit.kind === 'customer' ? hit.name.text : [])),
    tickets: hits.flatMap((hit) => (hit.kind === 'ticket' ? hit.customerName.text : [])),
    list: names(list.customers.map(({ customer }) => customer)),
  };
};
const everywhere = (name: string) => ({ finder: [name], search: [name], tickets: [name], list: [name] });

describe('the country of the desk', () => {
  it('is the computer’s at the first start, and the chosen one from then on', async () => {
    expect((await settings()).settings.country).toBeNull();
    await desk.backend.openStore(folder.file, testKey, 'ES');
    expect((await settings()).settings.country).toBe('ES');
    await choose('DE');
    await desk.backend.openStore(folder.file, testKey, 'ES');
    expect((await settings()).settings.country).toBe('DE');
  });

  it('makes national numbers international, and leaves what was stored before as it was typed', async () => {
    await add('Before', '0171 5551234');
    await choose('DE');
    await add('After', '0172 5551234');
    const { customers } = await desk.call('customer.search', { text: '', limit: 9 });
    expect(customers.map(({ phones }) => phones)).toEqual([['+491725551234'], ['0171 5551234']]);
  });
});

describe('a customer is found by every spelling of the number', () => {
  it.each([null, 'ES', 'DE'])('where the country is %s', async (country) => {
    await add('Ana', '+34 612 34 56 78');
    await add('Bo', '+34 612 34 56 79');
    if (country !== null) await choose(country);
    for (const text of [
      '+34612345678',
      '0034 612 34 56 78',
      '612 34 56 78',
      '612.345.678',
      '612/345/678',
      '+34 (0) 612 345678',
      '(+34) 612-345-678',
      'tel:+34612345678',
      '+34 612 34 56 78 ext. 4',
      '＋３４ ６１２３４５６７８',
      'Ana 0034 612 34',
    ])
      expect([text, await found(text)]).toEqual([text, everywhere('Ana')]);
  });

  it('also where it was stored without its country, once the desk has one', async () => {
    await add('Anna', '0171 5551234');
    await choose('DE');
    for (const text of ['+49 171 5551234', '0049 (0)171 5551234', '01715551234'])
      expect([text, await found(text)]).toEqual([text, everywhere('Anna')]);
    const typed = { name: '', phones: ['+49 171 555 12 34'], emails: [] };
    expect((await desk.call('customer.suggest', typed)).doubles).toMatchObject([
      { customer: { name: 'Anna' }, shared: 'phone' },
    ]);
  });

  it('and two numbers of a ticket that are no phone are looked for one by one', async () => {
    await add('Model 4108 99', '+49 171 5551234');
    expect((await found('4108 99')).finder).toEqual(['Model 4108 99']);
  });
});
