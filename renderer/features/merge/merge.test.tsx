import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { CallOutput } from '../../../core/contract/contract.ts';
import { CallError } from '../../../core/contract/errors.ts';
import type { Customer } from '../../../core/contract/records.ts';
import { bridge } from '../../testing/bridge.ts';
import { say, showAtDesk } from '../../testing/show-at-desk.tsx';
import { CustomerMerge } from './CustomerMerge.tsx';

const KEPT = '0198c0de-0000-7000-8000-000000000001';
const OTHER = '0198c0de-0000-7000-8000-000000000002';

const customer = (id: string, more: Partial<Customer> = {}): Customer => ({
  id,
  name: 'Ana Prim',
  phones: [],
  emails: [],
  language: null,
  notes: '',
  version: 1,
  ...more,
});

const anna = customer(OTHER, { name: 'Anna Prim', phones: ['+34900555014'] });

function show(kept: Partial<Customer> = {}, merge?: CallOutput<'customer.merge'> | CallError) {
  const onMerged = vi.fn();
  const onClose = vi.fn();
  const shown = showAtDesk(
    <CustomerMerge keptId={KEPT} otherId={OTHER} onClose={onClose} onMerged={onMerged} />,
    {
      'customer.previewMerge': ({ keptId }) => {
        const [stays, goes] = keptId === KEPT ? [customer(KEPT, kept), anna] : [anna, customer(KEPT, kept)];
        return { kept: stays, other: goes, deviceCount: 2, ticketCount: 3 };
      },
      'customer.merge': merge ?? { customer: customer(KEPT) },
    },
  );
  return { ...shown, onMerged, onClose };
}

const row = async (field: string) =>
  screen.findByRole('row', { name: new RegExp(`^${say(`records:fields.${field}`)}`) });
const radios = async (field: string) => within(await row(field)).queryAllByRole<HTMLInputElement>('radio');
const go = () => screen.findByRole('button', { name: new RegExp(`^${say('merge:do')}`) });

describe('two customers side by side', () => {
  it('ask only where they differ, and for both where both can stay', async () => {
    show({ phones: ['+34900555015'], notes: 'Rings twice' });
    expect(await radios('name')).toHaveLength(2);
    expect(await radios('phones')).toHaveLength(3);
    expect(await radios('notes')).toHaveLength(2);
    expect(await radios('emails')).toHaveLength(0);
  });

  it('nothing is called nothing', async () => {
    show();
    const [kept, other] = await radios('phones');
    expect(kept?.getAttribute('aria-label')).toContain(say('merge:nothing'));
    expect(other?.getAttribute('aria-label')).not.toContain(say('merge:nothing'));
  });

  it('what stays is marked, also where both are the same', async () => {
    const { user } = show();
    const [kept, other] = await radios('name');
    if (kept === undefined || other === undefined) throw new Error('No choice of the name.');
    const cells = async (field: string) =>
      within(await row(field))
        .getAllByRole('cell')
        .map((cell) => cell.getAttribute('data-taken'));
    await user.click(kept);
    expect(await cells('name')).toEqual(['true', 'false']);
    await user.click(other);
    expect(await cells('name')).toEqual(['false', 'true']);
    expect(await cells('emails')).toEqual(['true', 'true']);
  });
});

describe('the merge', () => {
  it('is made with what was chosen, and leads to the one that stays', async () => {
    const { user, onMerged } = show();
    const [, other] = await radios('name');
    if (other !== undefined) await user.click(other);
    await user.click(await go());
    expect(bridge.inputsOf('customer.merge')[0]).toMatchObject({
      keptId: KEPT,
      otherId: OTHER,
      choices: { name: 'other', phones: 'other' },
    });
    expect(onMerged).toHaveBeenCalledWith(KEPT);
  });

  it('goes the other way round after a swap, which is looked at anew', async () => {
    const { user } = show();
    await user.click(await screen.findByRole('button', { name: say('merge:swap') }));
    expect(await screen.findByRole('columnheader', { name: /Anna Prim/ })).toBeDefined();
    await user.click(await go());
    expect(bridge.inputsOf('customer.previewMerge')).toHaveLength(2);
    expect(bridge.inputsOf('customer.merge')[0]).toMatchObject({ keptId: OTHER, otherId: KEPT });
  });

  it('that fails says so and stays', async () => {
    const { user, onMerged, onClose } = show({}, new CallError('store_failed', 'diskFull'));
    await user.click(await go());
    expect(await screen.findByRole('alert')).toBeDefined();
    expect(onMerged).not.toHaveBeenCalled();
    expect(onClose).not.toHaveBeenCalled();
  });

  it('is given up with Escape', async () => {
    const { user, onClose } = show();
    await go();
    await user.keyboard('{Escape}');
    expect(onClose).toHaveBeenCalledOnce();
    expect(bridge.inputsOf('customer.merge')).toEqual([]);
  });
});
