import { act, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CallError } from '../../../core/contract/errors.ts';
import type { VaultState } from '../../../core/contract/shell-records.ts';
import { formatRecoveryKey, RECOVERY_SECRET_BYTES } from '../../../core/recovery-key.ts';
import { bridge } from '../../testing/bridge.ts';
import { say, showAtDesk } from '../../testing/show-at-desk.tsx';
import { AgentNamePage } from './AgentNamePage.tsx';
import { LockedVault } from './LockedVault.tsx';
import { VaultPage } from './VaultPage.tsx';

const KEY = formatRecoveryKey(new Uint8Array(RECOVERY_SECRET_BYTES).fill(7));

type Locked = Extract<VaultState, { state: 'locked' }>;

const locked = (more: Partial<Locked> = {}): Locked => ({
  state: 'locked',
  needs: 'passphrase',
  lockedBy: null,
  isClosing: false,
  hasRecoveryKey: true,
  lastChange: null,
  ...more,
});

afterEach(() => {
  vi.useRealTimers();
});

describe('the passphrase', () => {
  const field = () => screen.getByLabelText<HTMLInputElement>(say('vault:passphrase'));

  it('is sent with Enter', async () => {
    const { user } = showAtDesk(<LockedVault vault={locked()} />, { 'vault.unlock': locked() });
    await user.type(field(), ' correct horse {Enter}');
    expect(bridge.inputsOf('vault.unlock')).toEqual([{ passphrase: ' correct horse ' }]);
  });

  it('is asked for again where the field is empty, and nothing is tried', async () => {
    const { user } = showAtDesk(<LockedVault vault={locked()} />);
    await user.click(screen.getByRole('button', { name: say('vault:locked.unlock') }));
    expect(screen.getByRole('alert').textContent).toBe(say('vault:locked.missing'));
    expect(field().getAttribute('aria-invalid')).toBe('true');
    expect(document.activeElement).toBe(field());
    expect(bridge.inputsOf('vault.unlock')).toEqual([]);
  });

  it('that is wrong stays, selected, and says so once', async () => {
    const { user } = showAtDesk(<LockedVault vault={locked()} />, {
      'vault.unlock': new CallError('wrong_passphrase', 'No.'),
    });
    await user.type(field(), 'wrong{Enter}');
    const alerts = await screen.findAllByRole('alert');
    expect(alerts).toHaveLength(1);
    expect(alerts[0]?.textContent).toContain(say('common:errors.wrong_passphrase.title'));
    expect([field().value, field().selectionStart, field().selectionEnd]).toEqual(['wrong', 0, 5]);
  });

  it('another failure is told below it', async () => {
    const { user } = showAtDesk(<LockedVault vault={locked()} />, {
      'vault.unlock': new CallError('backend_unavailable', 'No.'),
    });
    await user.type(field(), 'right{Enter}');
    expect(await screen.findByText(say('common:errors.backend_unavailable.title'))).toBeDefined();
    expect(field().getAttribute('aria-invalid')).toBe('false');
  });
});

describe('what is said before a locked desk', () => {
  it('why it was locked, and that work goes on', () => {
    showAtDesk(<LockedVault vault={locked({ lockedBy: 'idle' })} />);
    expect(screen.getByText(say('vault:locked.titleDesk'))).toBeDefined();
    expect(screen.getByText(`${say('vault:locked.by.idle')} ${say('vault:locked.goesOn')}`)).toBeDefined();
    expect(screen.queryByText(say('vault:locked.what'))).toBeNull();
  });

  it('what the passphrase is for, at the start', () => {
    showAtDesk(<LockedVault vault={locked()} />);
    expect(screen.getByText(say('vault:locked.title'))).toBeDefined();
    expect(screen.getByText(say('vault:locked.what'))).toBeDefined();
  });

  it('a passphrase that was set with the recovery key is a warning, any other a remark', () => {
    const at = Date.UTC(2026, 4, 4, 10, 0);
    showAtDesk(<LockedVault vault={locked({ lastChange: { at, wasRecovered: true } })} />);
    expect(screen.getByText(say('vault:locked.changedByRecoveryNext'))).toBeDefined();
  });

  it('the recovery key is offered only where one was made', () => {
    showAtDesk(<LockedVault vault={locked({ hasRecoveryKey: false })} />);
    expect(screen.getByText(say('vault:locked.forgotten'))).toBeDefined();
    expect(screen.queryByRole('button', { name: say('vault:locked.useRecoveryKey') })).toBeNull();
  });

  it('a desk without a passphrase opens with one press', async () => {
    const { user } = showAtDesk(<LockedVault vault={locked({ needs: 'nothing' })} />, {
      'vault.unlock': locked(),
    });
    expect(screen.getByText(say('vault:locked.onlyHidden'))).toBeDefined();
    await user.keyboard('{Enter}');
    expect(bridge.inputsOf('vault.unlock')).toEqual([{ passphrase: null }]);
  });

  it('work that is still ending is told of only when it takes long', () => {
    vi.useFakeTimers();
    showAtDesk(<LockedVault vault={locked({ isClosing: true })} />);
    act(() => vi.advanceTimersByTime(1400));
    expect(screen.queryByText(say('vault:locked.stillEnding'))).toBeNull();
    act(() => vi.advanceTimersByTime(200));
    expect(screen.getByText(say('vault:locked.stillEnding'))).toBeDefined();
  });

  it('a desk where all has ended says nothing of it', () => {
    vi.useFakeTimers();
    showAtDesk(<LockedVault vault={locked()} />);
    act(() => vi.advanceTimersByTime(5000));
    expect(screen.queryByText(say('vault:locked.stillEnding'))).toBeNull();
  });
});

describe('the recovery key', () => {
  const field = () => screen.getByLabelText<HTMLInputElement>(say('vault:recovery.field'));

  async function open() {
    const shown = showAtDesk(<LockedVault vault={locked()} />, { 'vault.unlockWithRecoveryKey': locked() });
    await shown.user.click(screen.getByRole('button', { name: say('vault:locked.useRecoveryKey') }));
    return shown;
  }

  it('with a typing mistake names the group and tries nothing', async () => {
    const { user } = await open();
    const last = KEY.at(-1) === '2' ? '3' : '2';
    await user.type(field(), `${KEY.slice(0, -1)}${last}{Enter}`);
    expect(screen.getByRole('alert').textContent).toMatch(/\d/);
    expect(document.activeElement).toBe(field());
    expect(bridge.inputsOf('vault.unlockWithRecoveryKey')).toEqual([]);
  });

  it('that is too short says how long it is', async () => {
    const { user } = await open();
    await user.type(field(), 'ABCD{Enter}');
    expect(screen.getByRole('alert').textContent).toBe(say('vault:recovery.length'));
  });

  it('that is whole opens the desk', async () => {
    const { user } = await open();
    await user.type(field(), `${KEY}{Enter}`);
    expect(bridge.inputsOf('vault.unlockWithRecoveryKey')).toEqual([{ recoveryKey: KEY }]);
  });
});

describe('the name of who works here', () => {
  it.each(['', '   '])('%j is none', async (name) => {
    const { user } = showAtDesk(<AgentNamePage />);
    const field = screen.getByLabelText(say('vault:agent.name'));
    if (name !== '') await user.type(field, name);
    await user.keyboard('{Enter}');
    expect(screen.getByRole('alert').textContent).toBe(say('vault:agent.missing'));
    expect(bridge.inputsOf('settings.update')).toEqual([]);
  });

  it('is stored without blanks around it', async () => {
    const { user } = showAtDesk(<AgentNamePage />);
    await user.type(screen.getByLabelText(say('vault:agent.name')), '  Kim Janssen {Enter}');
    expect(bridge.inputsOf('settings.update')).toEqual([{ agentName: 'Kim Janssen' }]);
  });
});

describe('the first start', () => {
  const fresh: VaultState = { state: 'new', isKeyringAvailable: false, keyringName: 'none' };

  it('offers no keyring where there is none, and takes a passphrase for the usual way', () => {
    showAtDesk(<VaultPage vault={fresh} />);
    expect(screen.getAllByRole('radio')).toHaveLength(2);
    expect(screen.getByRole<HTMLInputElement>('radio', { checked: true }).value).toBe('passphrase');
  });

  it('offers the keyring first where there is one', () => {
    showAtDesk(<VaultPage vault={{ ...fresh, isKeyringAvailable: true }} />);
    expect(screen.getAllByRole('radio')).toHaveLength(3);
    expect(screen.getByRole<HTMLInputElement>('radio', { checked: true }).value).toBe('keyring');
  });

  it('does not go unprotected before the risk is taken', async () => {
    const { user } = showAtDesk(<VaultPage vault={fresh} />, { 'vault.create': locked() });
    const [, unprotected] = screen.getAllByRole('radio');
    if (unprotected !== undefined) await user.click(unprotected);
    await user.click(screen.getByRole('button', { name: say('vault:new.create') }));
    expect(screen.getByText(say('vault:faults.riskNotAccepted'))).toBeDefined();
    expect(bridge.inputsOf('vault.create')).toEqual([]);
    await user.click(screen.getByRole('checkbox'));
    await user.click(screen.getByRole('button', { name: say('vault:new.create') }));
    expect(bridge.inputsOf('vault.create')).toEqual([{ protection: 'unprotected' }]);
  });
});
