import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { CallError } from '../../../core/contract/errors.ts';
import type { CheckResult, SafetyState } from '../../../core/contract/safety-calls.ts';
import type { VaultState } from '../../../core/contract/shell-records.ts';
import { bridge } from '../../testing/bridge.ts';
import { say, showAtDesk } from '../../testing/show-at-desk.tsx';
import { BackupPart } from './BackupPart.tsx';
import { CheckPart } from './CheckPart.tsx';
import { ConfirmedAct } from './ConfirmedAct.tsx';
import { KeyPart } from './KeyPart.tsx';
import { ProtectAnew } from './ProtectAnew.tsx';
import { SafetyBanners } from './SafetyBanners.tsx';

const AT = Date.UTC(2026, 4, 4, 10, 0);
const ID = '0198c0de-0000-7000-8000-000000000001';

const safe = (more: Partial<SafetyState> = {}): SafetyState => ({
  isBackingUp: false,
  isChecking: false,
  backups: [],
  folder: '/backups',
  backupFailure: null,
  lastCheck: null,
  searchRenewal: null,
  ...more,
});

const check = (more: Partial<CheckResult> = {}): CheckResult => ({
  at: AT,
  finding: 'whole',
  verifiedEvents: 12,
  brokenTickets: [],
  brokenRecords: [],
  forged: [],
  isMoreForged: false,
  missingEntries: 0,
  ...more,
});

type Open = Extract<VaultState, { state: 'open' }>;
const open = (more: Partial<Open> = {}): Open => ({
  state: 'open',
  isKeyringAvailable: true,
  keyringName: 'kwallet6',
  protection: 'keyring',
  recoveryKeyMadeAt: AT,
  mustProtectAnew: false,
  repair: null,
  ...more,
});

const press = (key: string) => screen.getByRole('button', { name: say(key) });

describe('what the last check found', () => {
  const shown = (lastCheck: CheckResult | null, more: Partial<SafetyState> = {}) =>
    showAtDesk(<CheckPart safety={safe({ lastCheck, ...more })} />, { 'safety.check': {} });

  it('nothing so far', () => {
    shown(null);
    expect(screen.getByText(say('safety:check.none'))).toBeDefined();
  });

  it('is not told while the next one runs', () => {
    shown(check(), { isChecking: true });
    expect(screen.getByText(say('safety:check.running'))).toBeDefined();
    expect(screen.queryByText(/12/)).toBeNull();
  });

  it('all is whole, and how much was looked at', () => {
    shown(check());
    expect(screen.getByText(/12/)).toBeDefined();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('pages that can not be read lead to a backup', () => {
    shown(check({ finding: 'pages' }));
    expect(screen.getByText(say('safety:check.pagesNext'))).toBeDefined();
  });

  it('names tickets by number and records by their page, never by name', () => {
    shown(
      check({
        finding: 'histories',
        brokenTickets: [4, 7],
        brokenRecords: [
          { kind: 'customer', id: ID },
          { kind: 'site', id: ID.replace(/1$/, '2') },
        ],
      }),
    );
    expect(screen.getByText(/#4, #7/)).toBeDefined();
    expect(screen.getByRole('link').getAttribute('href')).toBe(`#/customer/${ID}`);
    expect(screen.queryByRole('button', { name: say('safety:check.accept') })).toBeNull();
  });

  it('trails that are gone have no page to look at', () => {
    shown(
      check({
        finding: 'histories',
        forged: [
          { kind: 'ticket', id: ID, number: 9, what: 'gone' },
          { kind: 'ticket', id: ID.replace(/1$/, '2'), number: 10, what: 'rewritten' },
        ],
      }),
    );
    expect(screen.getByText(/#9/)).toBeDefined();
    expect(screen.getAllByRole('link').map((link) => link.textContent)).toEqual(['#10']);
  });

  it('an older copy in the place of the records says so and how much is missing', () => {
    shown(check({ finding: 'histories', missingEntries: 3 }));
    expect(screen.getByText(new RegExp(say('safety:check.olderNext').slice(0, 30)))).toBeDefined();
    expect(press('safety:check.accept')).toBeDefined();
  });

  it('is taken as it is only after a question', async () => {
    const { user } = showAtDesk(
      <CheckPart safety={safe({ lastCheck: check({ finding: 'histories', isMoreForged: true }) })} />,
      {
        'safety.acceptRecords': {},
      },
    );
    await user.click(press('safety:check.accept'));
    expect(bridge.inputsOf('safety.acceptRecords')).toEqual([]);
    await user.click(press('safety:check.acceptGo'));
    expect(bridge.inputsOf('safety.acceptRecords')).toHaveLength(1);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('says how far the search is made anew', () => {
    shown(null, { searchRenewal: { done: 1, total: 3 } });
    expect(screen.getByText(say('safety:check.searchRenewal', { percent: 33 }))).toBeDefined();
  });

  it('an empty database has nothing to make anew', () => {
    shown(null, { searchRenewal: { done: 0, total: 0 } });
    expect(screen.getByText(say('safety:check.searchRenewal', { percent: 0 }))).toBeDefined();
  });
});

describe('backups', () => {
  const newest = { name: 'a', kind: 'daily', madeAt: AT, sizeBytes: 1 } as const;
  const folder = () => screen.queryByRole('button', { name: say('safety:backup.folder') });

  it('without one warns and shows no folder', () => {
    showAtDesk(<BackupPart safety={safe()} />);
    expect(screen.getByText(say('safety:backup.none'))).toBeDefined();
    expect(folder()).toBeNull();
  });

  it('says when the last one was made, and shows the folder', async () => {
    const { user } = showAtDesk(<BackupPart safety={safe({ backups: [newest] })} />, {
      'vault.showBackups': {},
    });
    expect(screen.getByText(/May 4/)).toBeDefined();
    await user.click(press('safety:backup.folder'));
    expect(bridge.inputsOf('vault.showBackups')).toHaveLength(1);
  });

  it('one that failed is told before the last good one', () => {
    showAtDesk(
      <BackupPart safety={safe({ backups: [newest], backupFailure: { at: AT, reason: 'diskFull' } })} />,
    );
    expect(screen.getByText(say('safety:backup.failures.diskFull'))).toBeDefined();
  });

  it('one that runs is told before one that failed', () => {
    showAtDesk(
      <BackupPart safety={safe({ isBackingUp: true, backupFailure: { at: AT, reason: 'diskFull' } })} />,
    );
    expect(screen.getByText(say('safety:backup.running'))).toBeDefined();
    expect(screen.queryByText(say('safety:backup.failures.diskFull'))).toBeNull();
  });

  it('are put back by choice: the newest good one is proposed, others can not be chosen', async () => {
    const { user } = showAtDesk(<BackupPart safety={safe()} />, {
      'vault.listBackups': {
        backups: [
          { ...newest, name: 'bad', state: 'damaged', lastTicketNumber: null },
          { ...newest, name: 'good', state: 'good', lastTicketNumber: 4 },
        ],
        lastWrittenAt: null,
      },
      'vault.restore': open(),
    });
    await user.click(press('safety:backup.restore'));
    const radios = await screen.findAllByRole<HTMLInputElement>('radio');
    expect(radios.map(({ disabled, checked }) => [disabled, checked])).toEqual([
      [true, false],
      [false, true],
    ]);
    await user.click(press('restore:restore'));
    expect(bridge.inputsOf('vault.restore')).toEqual([{ name: 'good' }]);
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('none that is good: nothing can be put back', async () => {
    const { user } = showAtDesk(<BackupPart safety={safe()} />, {
      'vault.listBackups': { backups: [], lastWrittenAt: null },
    });
    await user.click(press('safety:backup.restore'));
    expect(await screen.findByText(say('restore:none'))).toBeDefined();
    expect(press('restore:restore').hasAttribute('disabled')).toBe(true);
  });
});

const isWarning = (text: string | RegExp) =>
  screen.getByText(text).closest('[role=status]')?.querySelector('.tabler-icon-alert-triangle') !== null;

describe('the key', () => {
  it('unprotected and without a recovery key warns of both', () => {
    showAtDesk(<KeyPart vault={open({ protection: 'unprotected', recoveryKeyMadeAt: null })} />);
    expect(isWarning(say('safety:key.protections.unprotected'))).toBe(true);
    expect(isWarning(say('safety:key.noRecovery'))).toBe(true);
  });

  it('kept safely, with a recovery key, says since when', () => {
    showAtDesk(<KeyPart vault={open()} />);
    expect(isWarning(say('safety:key.protections.keyring'))).toBe(false);
    expect(isWarning(/May 4/)).toBe(false);
  });

  it('another protection that ended the recovery key leads on to a new one', async () => {
    const { user } = showAtDesk(<KeyPart vault={open()} />, {
      'vault.changeProtection': open({ recoveryKeyMadeAt: null }),
    });
    await user.click(press('safety:key.change'));
    await user.click(press('safety:protection.save'));
    expect(await screen.findByText(say('safety:recoveryKey.whatFor'))).toBeDefined();
  });

  it('another protection that kept it, or one that never was, ends there', async () => {
    const { user } = showAtDesk(<KeyPart vault={open({ recoveryKeyMadeAt: null })} />, {
      'vault.changeProtection': open({ recoveryKeyMadeAt: null }),
    });
    await user.click(press('safety:key.change'));
    await user.click(press('safety:protection.save'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('a recovery key is shown in groups and counts once a group of it was typed', async () => {
    const made = { recoveryKey: 'AAAA-BBBB-CCCC', madeAt: AT, askedGroup: 2 };
    const { user } = showAtDesk(<KeyPart vault={open()} />, {
      'vault.makeRecoveryKey': made,
      'vault.saveRecoveryPage': { isSaved: true },
      'vault.confirmRecoveryKey': ({ typedGroup }) => ({ isConfirmed: typedGroup === 'BBBB' }),
    });
    await user.click(press('safety:key.makeRecovery'));
    await user.click(press('safety:recoveryKey.make'));
    const groups = await screen.findByRole('list', { name: say('safety:recoveryKey.groups') });
    expect(
      within(groups)
        .getAllByRole('listitem')
        .map((group) => group.textContent),
    ).toEqual(['AAAA', 'BBBB', 'CCCC']);
    await user.click(press('safety:recoveryKey.save'));
    expect(bridge.inputsOf('vault.saveRecoveryPage')[0]?.page).toContain('AAAA-BBBB-CCCC');
    expect(press('safety:recoveryKey.saved')).toBeDefined();
    await user.click(press('safety:recoveryKey.noted'));
    await user.keyboard('XXXX{Enter}');
    expect((await screen.findByRole('alert')).textContent).toBe(
      say('safety:recoveryKey.wrongGroup', { group: 2 }),
    );
    const field = screen.getByLabelText(say('safety:recoveryKey.typeGroup', { group: 2 }));
    await user.clear(field);
    await user.type(field, 'BBBB{Enter}');
    expect(await screen.findByText(say('safety:recoveryKey.doneNext'))).toBeDefined();
  });
});

describe('an act that only who knows the passphrase may do', () => {
  const act = (protection: Open['protection'], error: CallError | null = null) => {
    const onConfirm = vi.fn<(passphrase: string | null) => void>();
    const { user } = showAtDesk(
      <ConfirmedAct
        vault={open({ protection })}
        what="What"
        label="Do it"
        isBusy={false}
        error={error}
        onCancel={() => undefined}
        onConfirm={onConfirm}
      />,
    );
    return { user, onConfirm };
  };

  it('asks for it where there is one', async () => {
    const { user, onConfirm } = act('passphrase');
    await user.type(screen.getByLabelText(say('safety:key.currentPassphrase')), 'old one{Enter}');
    expect(onConfirm.mock.calls).toEqual([['old one']]);
  });

  it('is confirmed without one where there is none', async () => {
    const { user, onConfirm } = act('keyring');
    expect(screen.queryByLabelText(say('safety:key.currentPassphrase'))).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Do it' }));
    expect(onConfirm.mock.calls).toEqual([[null]]);
  });

  it('says a wrong passphrase at its field, and anything else below', () => {
    act('passphrase', new CallError('wrong_passphrase', 'No.'));
    expect(screen.getAllByText(new RegExp(say('common:errors.wrong_passphrase.title')))).toHaveLength(1);
  });
});

describe('banners', () => {
  const show = (vault: VaultState, safety: SafetyState = safe()) =>
    showAtDesk(<SafetyBanners />, { 'vault.getState': vault, 'safety.getState': safety });

  it('damage that was found stays in sight', async () => {
    show(open(), safe({ lastCheck: check({ finding: 'pages' }) }));
    expect(await screen.findByText(say('safety:banners.damaged'))).toBeDefined();
    expect(screen.queryByText(say('safety:banners.forged'))).toBeNull();
  });

  it('histories that were changed too', async () => {
    show(open(), safe({ lastCheck: check({ finding: 'histories' }) }));
    expect(await screen.findByText(say('safety:banners.forged'))).toBeDefined();
    expect(screen.queryByText(say('safety:banners.damaged'))).toBeNull();
  });

  it('what must be protected anew can not be put away', async () => {
    showAtDesk(<ProtectAnew />, { 'vault.getState': open({ mustProtectAnew: true }) });
    const dialog = await screen.findByRole('dialog');
    expect(within(dialog).queryByRole('button', { name: say('common:actions.cancel') })).toBeNull();
  });
});
