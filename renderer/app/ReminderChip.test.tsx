import { screen, within } from '@testing-library/react';
import { expect, it } from 'vitest';
import type { VaultState } from '../../core/contract/shell-records.ts';
import { say, showAtDesk } from '../testing/show-at-desk.tsx';
import { ReminderChip } from './ReminderChip.tsx';

const open = {
  state: 'open',
  isKeyringAvailable: true,
  keyringName: 'kwallet6',
  protection: 'unprotected',
  recoveryKeyMadeAt: null,
  mustProtectAnew: false,
  repair: { kind: 'restored', aside: '/aside' },
} as const satisfies VaultState;

const show = (vault: VaultState, demoTickets = 0) =>
  showAtDesk(<ReminderChip isFolded={false} />, {
    'vault.getState': vault,
    'demo.getState': { tickets: demoTickets },
    'playbook.listSources': { folder: '/procedures', sources: [] },
  });

it('names everything in a word or two, and opens to say it whole', async () => {
  const { user } = show(open, 40);
  const words = ['unprotected', 'backup', 'demo'] as const;
  const name = words.map((word) => say(`common:banners.short.${word}`)).join(' · ');
  await user.click(await screen.findByRole('button', { name }));
  const panel = await screen.findByRole('dialog');
  expect(within(panel).getByText(say('common:banners.unprotectedDetail'))).toBeDefined();
  expect(within(panel).getByText(say('safety:banners.restored'))).toBeDefined();
  expect(within(panel).getByText(say('safety:banners.aside', { file: '/aside' }))).toBeDefined();
  expect(within(panel).getByText(say('demo:banner'))).toBeDefined();
});

it('is not there while there is nothing to say', async () => {
  show({ ...open, protection: 'keyring', repair: null });
  await screen.findByRole('status');
  expect(screen.queryByRole('button')).toBeNull();
});
