import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it } from 'vitest';
import { CallError } from '../../../core/contract/errors.ts';
import type { SearchHit } from '../../../core/contract/search-calls.ts';
import { bridge } from '../../testing/bridge.ts';
import { showAtDesk } from '../../testing/show-at-desk.tsx';
import { type Recent, withChosen } from './recent.ts';
import { useRecent } from './use-recent.ts';

const CUSTOMER_ID = 'b7c86bcb-8dbf-4a3e-9f0e-5f1f0d3f1a52';
const hit: SearchHit = {
  kind: 'customer',
  customerId: CUSTOMER_ID,
  name: { text: 'Ana Muñoz', marks: [] },
  contacts: [{ text: '+34 600 123 456', marks: [] }],
};
const setting = {
  kind: 'setting',
  id: 'backups',
  title: 'Backups',
  detail: '',
  path: '/settings/x',
} as const;

function Listed({ recent }: { readonly recent: readonly Recent[] }) {
  return <p>{['Chosen:', ...useRecent(recent).map(({ id }) => id)].join(' ')}</p>;
}

beforeEach(() => bridge.forget());

it('keeps of a person no more than which record it was', () => {
  const recent = withChosen(withChosen([], setting), { kind: 'hit', id: CUSTOMER_ID, hit });
  expect(recent).toEqual([{ kind: 'record', record: 'customer', id: CUSTOMER_ID }, setting]);
});

it('does not list who was erased meanwhile', async () => {
  const recent = withChosen([setting], { kind: 'hit', id: CUSTOMER_ID, hit });
  showAtDesk(<Listed recent={recent} />, { 'customer.getPage': new CallError('not_found', 'gone') });
  await waitFor(() => expect(bridge.inputsOf('customer.getPage')).toHaveLength(1));
  await screen.findByText('Chosen: backups');
});
