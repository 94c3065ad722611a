import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CallInput, CallOutput } from '../../../core/contract/contract.ts';
import type { SearchGroup } from '../../../core/contract/search-calls.ts';
import { type Connection, connect } from '../store/sqlite/connection.ts';
import { searchTables } from '../store/sqlite/search-tables.ts';
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

type Person = Partial<Omit<CallInput<'customer.create'>, 'ticketId'>>;

async function ticketOf(serial: string, person: Person, model = 'XVR5116') {
  const { ticket } = await desk.call('ticket.open', { by: 'serial', serial, deviceKind: 'recorder', model });
  const fields = { name: '', phones: [], emails: [], ...person };
  return (await desk.call('customer.create', { ticketId: ticket.id, ...fields })).ticket;
}

const search = async (text: string, group: SearchGroup, limit = 10) => {
  const { groups } = await desk.call('desk.search', { text, groups: [group], limit });
  return groups[0] ?? { hits: [], next: null };
};

/** What was found, with the marks in brackets. */
async function shown(text: string, group: SearchGroup): Promise<string[]> {
  const { hits } = await search(text, group);
  return hits.map((hit) => {
    const parts =
      hit.kind === 'customer'
        ? [hit.name, ...hit.contacts]
        : hit.kind === 'device'
          ? [hit.serial, hit.model]
          : hit.kind === 'ticket'
            ? [hit.numberText, hit.customerName, hit.phone, hit.serial]
            : [hit.text];
    return parts
      .map(({ text: part, marks }) =>
        marks.reduceRight((s, [from, to]) => `${s.slice(0, from)}[${s.slice(from, to)}]${s.slice(to)}`, part),
      )
      .filter((part) => part !== '')
      .join(' | ');
  });
}

/** What the index must hold, made anew from the records. */
function expectInStep(connection: Connection): void {
  const wanted = connection
    .prepare(
      `select record_id, words, codes from ticket_docs
       union all select id, trim(search_key || ' ' || notes_key), search_codes from customers
       union all select id, search_key, search_codes from devices order by 1`,
    )
    .all();
  const kept = connection
    .prepare(`select record_id, words, codes from search_docs where instr(record_id, ':') = 0 order by 1`)
    .all();
  expect(kept).toEqual(wanted);
  // Compares every entry of the full-text tables with the documents; an entry too many or too few is an error.
  for (const table of searchTables)
    connection.exec(`insert into ${table} (${table}, rank) values ('integrity-check', 1)`);
}

describe('searching the desk', () => {
  it('finds a customer by any spelling of the name, part of a phone and mail address', async () => {
    await ticketOf('4G0A1B2PAZ', {
      name: 'Łukasz Müller-Groß',
      phones: ['+491715551234', '+34900555014'],
      emails: ['office@gross.example'],
    });
    await ticketOf('9K11C3DPAQ', { name: 'Ole Sørensen' });
    for (const text of ['muller', 'MÜLLER', 'Lukasz gross'])
      expect(await shown(text, 'customers')).toHaveLength(1);
    expect(await shown('mull luk', 'customers')).toEqual([
      '[Łuk]asz [Müll]er-Groß | +49 171 5551234 | +34 900 555 014',
    ]);
    expect(await shown('51234', 'customers')).toEqual(['Łukasz Müller-Groß | +49 171 55[51234]']);
    expect(await shown('0171 555', 'customers')).toEqual(['Łukasz Müller-Groß | +49 [171 555]1234']);
    expect(await shown('office', 'customers')).toEqual(['Łukasz Müller-Groß | [office]@gross.example']);
    expect(await shown('sorensen', 'customers')).toEqual(['Ole [Sørensen]']);
    expect(await shown('muller sorensen', 'customers')).toEqual([]);
    expect(await shown('%', 'customers')).toEqual([]);
  });

  it('finds devices and tickets by five digits inside a serial, a model, a ticket number', async () => {
    const first = await ticketOf('4G0A12345PAZ', { name: 'Anna' });
    await ticketOf('9K11C3DPAQ', { name: 'Bo' }, 'NVR4108');
    expect(await shown('12345', 'devices')).toEqual(['4G0A[12345]PAZ | XVR5116']);
    expect(await shown('nvr', 'devices')).toEqual(['9K11C3DPAQ | [NVR]4108']);
    expect(await shown('c3dp 4108', 'devices')).toEqual(['9K11[C3DP]AQ | NVR[4108]']);
    expect(await shown('1', 'tickets')).toEqual([`[${first.number}] | Anna | 4G0A12345PAZ`]);
    expect(await shown('anna 12345', 'tickets')).toEqual(['1 | [Anna] | 4G0A[12345]PAZ']);
    expect(await shown('an 12345', 'tickets')).toEqual(['1 | [An]na | 4G0A[12345]PAZ']);
    expect(await shown('bo 12345', 'tickets')).toEqual([]);
  });

  it('finds words of notes, on tickets and about customers', async () => {
    const ticket = await ticketOf('4G0A1B2PAZ', { name: 'Anna', notes: 'Prefers mornings.' });
    await desk.call('ticket.addNote', { ticketId: ticket.id, text: 'Das Postfach gehört dem Errichter.' });
    expect(await shown('gehort errich', 'notes')).toEqual(['Das Postfach [gehört] dem [Errich]ter.']);
    expect((await search('postfach', 'notes')).hits).toMatchObject([
      { ticketId: ticket.id, number: 1, lane: 'now', outcome: null },
    ]);
    expect(await shown('mornings', 'customers')).toEqual(['Anna']);
  });

  it('shows whole words before beginnings, the newest first, open tickets before closed ones', async () => {
    const closed = await ticketOf('AAAA1', { name: 'Ann' });
    await ticketOf('AAAA2', { name: 'Anna' });
    await ticketOf('AAAA3', { name: 'Ann' });
    await ticketOf('AAAA4', { name: 'Annabel' });
    const names = async (group: SearchGroup) =>
      (await shown('ann', group)).map((line) => line.replaceAll(/[[\]]/g, ''));
    expect(await names('customers')).toEqual(['Ann', 'Ann', 'Annabel', 'Anna']);
    await desk.call('ticket.close', { ticketId: closed.id, outcome: 'abandoned' });
    await ticketOf('AAAA5', { name: 'Ann' });
    expect((await shown('ann', 'tickets')).map((line) => line.split(' | ')[0])).toEqual([
      '5',
      '3',
      '1',
      '4',
      '2',
    ]);
  });

  it('goes on from the last hit, each record once', async () => {
    for (let index = 0; index < 7; index += 1)
      await ticketOf(`SERIAL${index}`, {
        name: index % 2 === 0 ? 'Ann' : 'Anna',
        phones: [`555000${index}`],
      });
    for (const text of ['ann', '5550', 'an 5550']) {
      const seen: string[] = [];
      let after: Awaited<ReturnType<typeof search>>['next'] = null;
      do {
        const { groups }: CallOutput<'desk.search'> = await desk.call('desk.search', {
          text,
          groups: ['customers'],
          limit: 2,
          after,
        });
        seen.push(...(groups[0]?.hits ?? []).map((hit) => (hit.kind === 'customer' ? hit.customerId : '')));
        after = groups[0]?.next ?? null;
      } while (after !== null);
      expect(new Set(seen).size).toBe(7);
      expect(seen).toHaveLength(7);
    }
  });

  it('names the owner of a device', async () => {
    await ticketOf('4G0A1B2PAZ', { name: 'Anna' });
    expect((await search('a1b2', 'devices')).hits).toMatchObject([{ customerName: 'Anna' }]);
  });
});

describe('the index', () => {
  it('is in step with the records after every kind of change', async () => {
    const ticket = await ticketOf('4G0A1B2PAZ', { name: 'Anna', phones: ['+491715551234'] });
    const other = await ticketOf('9K11C3DPAQ', { name: 'Bo' });
    const customerId = ticket.customer?.id ?? '';
    const change = { name: 'Hannah', notes: 'New name', phones: ['+34900555014'] };
    await desk.call('customer.update', { customerId, version: 1, change });
    const device = other.device;
    await desk.call('device.update', {
      deviceId: device?.id ?? '',
      version: device?.version ?? 0,
      change: { model: 'NVR4108' },
    });
    await desk.call('ticket.attachCustomer', { ticketId: other.id, customerId });
    await desk.call('ticket.addNote', { ticketId: other.id, text: 'Mailbox lost' });
    await desk.call('ticket.close', { ticketId: ticket.id, outcome: 'referred' });
    expect(await shown('anna', 'customers')).toEqual([]);
    expect(await shown('hann nvr', 'tickets')).toHaveLength(1);
    expect(await shown('hannah', 'tickets')).toHaveLength(2);
    const connection = await connect(folder.file, testKey, { mustExist: true });
    expectInStep(connection);
    connection.exec(`update search_docs set words = 'spoiled' where record_id = '${customerId}'`);
    expect(() => expectInStep(connection)).toThrow();
    connection.close();
  });

  it('forgets what was removed, at once and everywhere', async () => {
    const { ticket } = await desk.call('ticket.open', { by: 'hand' });
    await desk.call('ticket.addNote', { ticketId: ticket.id, text: 'Wilhelmina called' });
    const connection = await connect(folder.file, testKey, { mustExist: true });
    connection.exec(`drop trigger ticket_events_never_go; delete from ticket_events; delete from tickets`);
    expectInStep(connection);
    expect(connection.prepare('select count(*) from search_docs').pluck().get()).toBe(0);
    const entries = connection
      .prepare('select sum(length(block)) from search_note_words_data where id > 10')
      .pluck();
    expect(entries.get()).toBeLessThan(60);
    connection.close();
    expect(await shown('wilhelmina', 'notes')).toEqual([]);
  });
});

describe('a number that is read out', () => {
  const order = async (text: string) => {
    const groups = ['customers', 'devices', 'tickets', 'notes'] as const;
    const found = await desk.call('desk.search', { text, groups: [...groups], limit: 5 });
    return found.groups.filter(({ hits }) => hits.length > 0).map(({ group }) => group);
  };

  it('brings the open ticket before its records, by phone as by serial; a name does not', async () => {
    const ticket = await ticketOf('4G0A1B2PAZ', { name: 'Lena Sommer', phones: ['+49 30 90182055'] });
    expect(await order('90182055')).toEqual(['tickets', 'customers']);
    expect(await order('4g0a1b2')).toEqual(['tickets', 'devices']);
    expect(await order('sommer')).toEqual(['customers', 'tickets']);
    await desk.call('ticket.close', { ticketId: ticket.id, outcome: 'referred' });
    expect(await order('90182055')).toEqual(['customers', 'tickets']);
  });
});
