import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { CallOutput } from '../../../core/contract/contract.ts';
import { CallError } from '../../../core/contract/errors.ts';
import type { ErasePreview } from '../../../core/contract/privacy-calls.ts';
import type { DeskEntry } from '../../../core/desk-log/desk-entry.ts';
import { bridge } from '../../testing/bridge.ts';
import { say, showAtDesk } from '../../testing/show-at-desk.tsx';
import { DeskLog } from './DeskLog.tsx';
import { EraseDialog } from './EraseDialog.tsx';
import { BackupsHolding, ErasePlan } from './ErasePlan.tsx';

const ID = '0198c0de-0000-7000-8000-000000000001';
const NOTHING_HELD = { count: 0, goneAt: 0, beforeUpdate: 0, setAside: 0 };

const preview = (more: Partial<ErasePreview> = {}): ErasePreview => ({
  phones: 0,
  emails: 0,
  hasNotes: false,
  sites: 0,
  devices: 0,
  tickets: 0,
  openTickets: [],
  texts: 0,
  attachments: 0,
  formerRecords: 0,
  backups: NOTHING_HELD,
  erasedAt: null,
  ...more,
});

const lines = () => screen.getAllByRole('listitem').map(({ textContent }) => textContent);

describe('what an erasure takes and leaves', () => {
  it('of a customer with nothing but a name: the name and the log', () => {
    showAtDesk(<ErasePlan preview={preview()} />);
    expect(lines()).toEqual([
      say('privacy:erase.name'),
      say('privacy:erase.history'),
      say('privacy:erase.nothingStays'),
    ]);
    expect(screen.queryByText(say('privacy:erase.again'))).toBeNull();
  });

  it.each([
    [{ phones: 1 }, 'phones'],
    [{ emails: 1 }, 'emails'],
    [{ sites: 1 }, 'sites'],
    [{ texts: 1 }, 'texts'],
    [{ attachments: 1 }, 'attachments'],
    [{ formerRecords: 1 }, 'formerRecords'],
  ] as const)('%j is counted', (more, key) => {
    showAtDesk(<ErasePlan preview={preview(more)} />);
    expect(lines()).toContain(say(`privacy:erase.${key}`, { count: 1 }));
    expect(lines()).toHaveLength(4);
  });

  it('notes go', () => {
    showAtDesk(<ErasePlan preview={preview({ hasNotes: true })} />);
    expect(lines()).toContain(say('privacy:erase.notes'));
  });

  it('tickets and devices stay, and the device labels with the tickets', () => {
    showAtDesk(<ErasePlan preview={preview({ tickets: 2, devices: 1 })} />);
    expect(lines().slice(2)).toEqual([
      say('privacy:erase.ticketsStay', { count: 2 }),
      say('privacy:erase.devicesStay', { count: 1 }),
      say('privacy:erase.labelsStay'),
    ]);
  });

  it('a device without a ticket stays alone', () => {
    showAtDesk(<ErasePlan preview={preview({ devices: 1 })} />);
    expect(lines().slice(2)).toEqual([say('privacy:erase.devicesStay', { count: 1 })]);
  });

  it('says that it was done before', () => {
    showAtDesk(<ErasePlan preview={preview({ erasedAt: 1 })} />);
    expect(screen.getByText(say('privacy:erase.again'))).toBeDefined();
  });
});

describe('where it is still held', () => {
  const shown = (more: Partial<typeof NOTHING_HELD>) => {
    showAtDesk(
      <p data-testid="held">
        <BackupsHolding backups={{ ...NOTHING_HELD, ...more }} />
      </p>,
    );
    return screen.getByTestId('held').textContent;
  };

  it('nowhere', () => {
    expect(shown({})).toBe(say('privacy:backups.none'));
  });

  it('in backups, until the last is gone', () => {
    const text = shown({ count: 2, goneAt: Date.UTC(2027, 0, 15, 12) });
    expect(text).toContain('January 15, 2027');
    expect(text).not.toContain(say('privacy:backups.beforeUpdate', { count: 0 }));
  });

  it('in files that were set aside, even without backups', () => {
    expect(shown({ setAside: 1 })).toContain(say('privacy:backups.setAside', { count: 1 }));
  });

  it('in those from before an update', () => {
    expect(shown({ count: 2, beforeUpdate: 1 })).toContain(say('privacy:backups.beforeUpdate', { count: 1 }));
  });
});

describe('an erasure', () => {
  const show = (of: ErasePreview, erase: CallOutput<'customer.erase'> | CallError = { tickets: 0 }) => {
    const onClose = vi.fn();
    const { user } = showAtDesk(<EraseDialog customerId={ID} isOpen onClose={onClose} />, {
      'customer.previewErase': of,
      'customer.erase': erase,
    });
    return { user, onClose };
  };
  const go = () => screen.findByRole('button', { name: say('privacy:erase.go') });
  const field = () => screen.getByRole('textbox');

  it('needs the word, in whatever case', async () => {
    const { user } = show(preview());
    expect((await go()).hasAttribute('disabled')).toBe(true);
    await user.type(field(), 'something{Enter}');
    expect(bridge.inputsOf('customer.erase')).toEqual([]);
    await user.clear(field());
    await user.type(field(), ` ${say('privacy:erase.word').toUpperCase()} `);
    await user.click(await go());
    expect(bridge.inputsOf('customer.erase')).toEqual([
      { customerId: ID, nameInstead: say('privacy:erasedName') },
    ]);
    expect(await screen.findByText(say('privacy:erase.done'))).toBeDefined();
  });

  it('that fails says so and stays where it is', async () => {
    const { user } = show(preview(), new CallError('store_failed', 'diskFull'));
    await go();
    await user.type(field(), `${say('privacy:erase.word')}{Enter}`);
    expect(await screen.findByRole('alert')).toBeDefined();
    expect(field()).toBeDefined();
  });

  it('waits for the open tickets, by their numbers', async () => {
    show(preview({ openTickets: [3, 8] }));
    expect(await screen.findByText(/#3, #8/)).toBeDefined();
    expect(screen.queryByRole('textbox')).toBeNull();
  });
});

describe('the log of the desk', () => {
  const line = (sequence: number, entry: DeskEntry | null) => ({
    sequence,
    at: Date.UTC(2026, 4, 4),
    actor: 'Kim',
    entry,
  });
  const show = async (
    entries: readonly (DeskEntry | null)[],
    count = entries.length,
    brokenAt: number | null = null,
  ) => {
    const { user } = showAtDesk(<DeskLog />, {
      'desk.getLog': { brokenAt, count, entries: entries.map((entry, index) => line(index + 1, entry)) },
    });
    await user.click(screen.getByRole('button', { name: say('privacy:log.show') }));
    return user;
  };

  it('is read only when it is asked for', () => {
    showAtDesk(<DeskLog />);
    expect(bridge.inputsOf('desk.getLog')).toEqual([]);
  });

  it('that is empty says so', async () => {
    await show([]);
    expect(await screen.findByText(say('privacy:log.empty'))).toBeDefined();
  });

  it.each<[DeskEntry, string]>([
    [
      { type: 'exported', what: 'tickets', rows: 3 },
      say('privacy:log.entries.exported.tickets', { count: 3 }),
    ],
    [
      { type: 'customerErased', customerId: ID, tickets: 2, by: 'retention' },
      say('privacy:log.entries.customerErased.retention', { count: 2 }),
    ],
    [
      { type: 'imported', added: 1, changed: 2, refused: 3 },
      say('privacy:log.entries.imported', { added: 1, changed: 2, refused: 3 }),
    ],
    [{ type: 'demoAdded', tickets: 1 }, say('privacy:log.entries.demoAdded', { count: 1 })],
    [{ type: 'demoRemoved', tickets: 1 }, say('privacy:log.entries.demoRemoved', { count: 1 })],
    [
      { type: 'forgeryFound', trails: 2, ticketNumbers: [] },
      say('privacy:log.entries.forgeryFound.records', { count: 2 }),
    ],
    [
      { type: 'forgeryFound', trails: 2, ticketNumbers: [4, 5] },
      say('privacy:log.entries.forgeryFound.tickets', { numbers: '#4, #5' }),
    ],
    [{ type: 'agentRenamed', former: 'Kay' }, say('privacy:log.entries.agentRenamed', { former: 'Kay' })],
    [
      { type: 'protectionChanged', from: 'none', to: 'keyring' },
      say('privacy:log.entries.protectionChanged', {
        from: say('privacy:log.kept.none'),
        to: say('privacy:log.kept.keyring'),
      }),
    ],
    [{ type: 'keyRenewed' }, say('privacy:log.entries.keyRenewed')],
  ])('tells of %j', async (entry, words) => {
    await show([entry]);
    expect(await screen.findByRole('cell', { name: words })).toBeDefined();
  });

  it('says that an entry can not be read, and that the log was changed', async () => {
    await show([null], 1, 1);
    expect(await screen.findByText(say('privacy:log.unreadable'))).toBeDefined();
  });

  it('shows more by and by, up to what can be had', async () => {
    const user = await show([{ type: 'keyRenewed' }], 5000);
    const more = () => screen.findByRole('button', { name: say('privacy:log.more') });
    for (const _ of [1, 2, 3]) await user.click(await more());
    expect(bridge.inputsOf('desk.getLog')).toEqual([
      { limit: 50 },
      { limit: 200 },
      { limit: 800 },
      { limit: 1000 },
    ]);
    expect(screen.queryByRole('button', { name: say('privacy:log.more') })).toBeNull();
  });

  it('has nothing more when all is shown', async () => {
    await show([{ type: 'keyRenewed' }]);
    await screen.findByRole('table');
    expect(screen.queryByRole('button', { name: say('privacy:log.more') })).toBeNull();
  });
});
