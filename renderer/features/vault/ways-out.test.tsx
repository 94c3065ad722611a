import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { BackupFacts } from '../../../core/contract/safety-calls.ts';
import {
  type VaultFailure,
  type VaultState,
  vaultFailureSchema,
} from '../../../core/contract/shell-records.ts';
import { bridge } from '../../testing/bridge.ts';
import { say, showAtDesk } from '../../testing/show-at-desk.tsx';
import { FailedVault } from './FailedVault.tsx';

type Failed = Extract<VaultState, { state: 'failed' }>;

const failed = (reason: VaultFailure, more: Partial<Failed> = {}): Failed => ({
  state: 'failed',
  reason,
  file: '/home/kim/records.db',
  isKeyKnown: false,
  hasRecoveryKey: false,
  keyrings: null,
  holder: null,
  ...more,
});

const backup = (name: string, more: Partial<BackupFacts> = {}): BackupFacts => ({
  name,
  kind: 'daily',
  madeAt: Date.UTC(2026, 4, 4, 10, 0),
  sizeBytes: 2_500_000,
  state: 'good',
  lastTicketNumber: 41,
  ...more,
});

const backups = [
  backup('new', { state: 'damaged', lastTicketNumber: null }),
  backup('good'),
  backup('older'),
];

function show(vault: Failed, found: BackupFacts[] = backups) {
  return showAtDesk(<FailedVault vault={vault} />, {
    'vault.listBackups': { backups: found, lastWrittenAt: Date.UTC(2026, 4, 4, 12, 0) },
    'vault.retry': vault,
    'vault.restore': vault,
    'vault.rescue': vault,
    'vault.takeWeakerKey': vault,
    'vault.restoreFile': { vault: null },
    'vault.saveDiagnostics': { isSaved: true },
  });
}

const button = (name: string | RegExp) => screen.queryByRole('button', { name });
const retry = () => button(say('vault:ways.retry'));
const recover = () => button(say('vault:ways.recover'));
const isMain = (one: HTMLElement | null) => one !== null && one === document.activeElement;

const KEY_FAULTS: readonly VaultFailure[] = [
  'keyMissing',
  'keyUnreadable',
  'keyNewer',
  'keyringForgot',
  'keyringChanged',
  'wrongKey',
];

describe('the way out that is offered first', () => {
  it.each(KEY_FAULTS)('%s: the recovery key, where there is one', (reason) => {
    show(failed(reason, { hasRecoveryKey: true }));
    expect(isMain(recover())).toBe(true);
    expect(retry()).not.toBeNull();
  });

  it.each(vaultFailureSchema.options.filter((reason) => reason !== 'keyringLocked'))(
    '%s: another try, without recovery key and without a key',
    (reason) => {
      show(failed(reason));
      expect(isMain(retry())).toBe(true);
      expect(recover()).toBeNull();
      expect(button(say('vault:ways.chooseFile'))).toBeNull();
    },
  );

  it('a locked keyring is unlocked before the sheet is taken from the safe', () => {
    show(failed('keyringLocked', { hasRecoveryKey: true }));
    expect(isMain(button(say('vault:ways.unlockKeyring')))).toBe(true);
    expect(recover()).not.toBeNull();
    expect(isMain(recover())).toBe(false);
  });

  it.each(['damaged', 'moved', 'wrongKey', 'mixed'] as const)(
    '%s with its key: the newest good backup',
    async (reason) => {
      show(failed(reason, { isKeyKnown: true, hasRecoveryKey: true }));
      await waitFor(() => expect(isMain(button(/May 4/))).toBe(true));
      expect(recover()).toBeNull();
    },
  );

  it('the records of a newer version are whole: another try, and a backup only for who stays', async () => {
    show(failed('newerThanApp', { isKeyKnown: true }));
    await waitFor(() => expect(button(/May 4/)).not.toBeNull());
    expect(isMain(retry())).toBe(true);
  });

  it('records that somebody else has exchanged are never opened with the first key', () => {
    show(failed('weakerKey'));
    expect(isMain(retry())).toBe(true);
    expect(isMain(button(say('vault:ways.takeWeakerKey')))).toBe(false);
  });

  it.each(vaultFailureSchema.options.filter((reason) => reason !== 'weakerKey'))(
    '%s: a weaker key is not offered',
    (reason) => {
      show(failed(reason));
      expect(button(say('vault:ways.takeWeakerKey'))).toBeNull();
    },
  );
});

describe('backups', () => {
  it('the newest good one is put back, and what it lacks is said', async () => {
    const { user } = show(failed('damaged', { isKeyKnown: true }));
    await user.click(await screen.findByRole('button', { name: /May 4/ }));
    expect(bridge.inputsOf('vault.restore')).toEqual([{ name: 'good' }]);
    expect(
      screen.getByText(new RegExp(say('vault:ways.reaches', { number: 41 }).slice(0, 20))),
    ).toBeDefined();
  });

  it('without a good one says so and puts nothing back', async () => {
    show(failed('damaged', { isKeyKnown: true }), [backup('new', { state: 'damaged' })]);
    expect(await screen.findByText(say('vault:ways.noBackup'))).toBeDefined();
    expect(button(say('vault:ways.chooseBackup'))).toBeNull();
  });

  it('a single good one leaves nothing to choose', async () => {
    show(failed('damaged', { isKeyKnown: true }), [backup('good')]);
    await screen.findByRole('button', { name: /May 4/ });
    expect(button(say('vault:ways.chooseBackup'))).toBeNull();
  });

  it('of several one can be chosen', async () => {
    const { user } = show(failed('damaged', { isKeyKnown: true }));
    await user.click(await screen.findByRole('button', { name: say('vault:ways.chooseBackup') }));
    expect(screen.getAllByRole('radio')).toHaveLength(3);
  });

  it('only damaged records are rescued', async () => {
    show(failed('damaged', { isKeyKnown: true }));
    expect(await screen.findByRole('button', { name: say('vault:ways.rescue') })).toBeDefined();
  });

  it('records that have moved are looked for, and not rescued', async () => {
    show(failed('moved', { isKeyKnown: true }));
    await screen.findByRole('button', { name: /May 4/ });
    expect(button(say('vault:ways.findFile'))).not.toBeNull();
    expect(button(say('vault:ways.rescue'))).toBeNull();
  });
});

it('a file with what support needs is saved once', async () => {
  const { user } = show(failed('mixed'));
  await user.click(screen.getByRole('button', { name: say('vault:ways.diagnostics') }));
  expect(await screen.findByRole('button', { name: say('vault:ways.diagnosticsSaved') })).toBeDefined();
});

it('a choice of another file that was given up changes nothing', async () => {
  const { user } = show(failed('damaged', { isKeyKnown: true }));
  await user.click(screen.getByRole('button', { name: say('vault:ways.chooseFile') }));
  expect(screen.getByText(say('vault:failed.damaged.title'))).toBeDefined();
});

describe('what is said', () => {
  it('who has the records open, and which keyring is there now', () => {
    show(
      failed('keyringChanged', {
        keyrings: { former: 'kwallet6', present: 'gnome_libsecret' },
        holder: { host: 'counter-2', since: Date.UTC(2026, 4, 4, 8, 0) },
      }),
    );
    expect(screen.getByText(/counter-2/)).toBeDefined();
    expect(
      screen.getByText(
        say('vault:failed.keyrings', {
          former: say('vault:keyrings.kwallet6'),
          present: say('vault:keyrings.gnome_libsecret'),
        }),
      ),
    ).toBeDefined();
  });

  it.each(['keyUnreadable', 'keyringLocked', 'keyringForgot', 'keyringChanged'] as const)(
    '%s: the recovery key also stands among the steps, where there is one',
    (reason) => {
      show(failed(reason, { hasRecoveryKey: true }));
      expect(screen.getByText(say('vault:failed.orRecover'))).toBeDefined();
    },
  );

  it('no step leads to a recovery key that was never made', () => {
    show(failed('keyUnreadable'));
    expect(screen.queryByText(say('vault:failed.orRecover'))).toBeNull();
  });

  it('the recovery key has its own page and leads back', async () => {
    const { user } = show(failed('keyMissing', { hasRecoveryKey: true }));
    await user.click(screen.getByRole('button', { name: say('vault:ways.recover') }));
    expect(screen.getByText(say('vault:recovery.title'))).toBeDefined();
    await user.click(screen.getByRole('button', { name: say('vault:recovery.back') }));
    expect(screen.getByText(say('vault:failed.title'))).toBeDefined();
  });
});
