import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SecretClipboardState } from '../../core/contract/shell-records.ts';
import { SecretClipboard, type SystemClipboard } from './secret-clipboard.ts';

const secret = 'kafmwpqnmqr473';
const halfMinute = 30_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** @param lateBy how often main looks before the window's write has arrived */
async function copied(text: string, lateBy = 0) {
  const system = { text: lateBy === 0 ? text : 'what was there before' };
  let looks = 0;
  const told: SecretClipboardState[] = [];
  const guard = new SecretClipboard({
    clipboard: {
      readText: () => Promise.resolve(system.text),
      clear: () => {
        system.text = '';
      },
    },
    onState: (state) => void told.push(state),
    platform: 'linux',
    wait: async () => {
      looks += 1;
      if (looks === lateBy) system.text = text;
    },
  });
  if (lateBy > 0) await guard.expect();
  await guard.guard(halfMinute);
  return { system, told, guard };
}

describe('SecretClipboard', () => {
  it('clears the secret when its time is over, not before, and says when that is', async () => {
    const { system, told, guard } = await copied(secret);
    expect(guard.getState()).toEqual({ clearsAt: Date.now() + halfMinute, ended: null });
    await vi.advanceTimersByTimeAsync(halfMinute - 1);
    expect(system.text).toBe(secret);
    await vi.advanceTimersByTimeAsync(1);
    expect(system.text).toBe('');
    expect(told.at(-1)).toEqual({ clearsAt: null, ended: 'cleared' });
  });

  it('leaves alone what was copied since', async () => {
    const { system, guard } = await copied(secret);
    system.text = 'an address the agent needs';
    await vi.advanceTimersByTimeAsync(halfMinute);
    expect(system.text).toBe('an address the agent needs');
    expect(guard.getState()).toEqual({ clearsAt: null, ended: 'replaced' });
  });

  it('clears at once when asked to, and only once', async () => {
    const { system, guard } = await copied(secret);
    await guard.clear();
    expect(system.text).toBe('');
    system.text = secret;
    await vi.advanceTimersByTimeAsync(2 * halfMinute);
    await guard.clear();
    expect(system.text).toBe(secret);
  });

  it('waits for a write that is still on its way, so that it clears the secret and not what was there before', async () => {
    const { system } = await copied(secret, 3);
    await vi.advanceTimersByTimeAsync(halfMinute);
    expect(system.text).toBe('');
  });

  it('takes a secret that was there already', async () => {
    const { system, guard } = await copied(secret);
    await guard.expect();
    await guard.guard(halfMinute);
    await vi.advanceTimersByTimeAsync(halfMinute);
    expect(system.text).toBe('');
  });

  it('counts anew for a second secret', async () => {
    const { system, guard } = await copied(secret);
    await vi.advanceTimersByTimeAsync(halfMinute - 1);
    system.text = 'Ab3X7k';
    await guard.guard(halfMinute);
    await vi.advanceTimersByTimeAsync(halfMinute - 1);
    expect(system.text).toBe('Ab3X7k');
    await vi.advanceTimersByTimeAsync(1);
    expect(system.text).toBe('');
  });

  it('clears what is marked where the system has that, in either way that Electron has had for it', () => {
    const cleared: string[] = [];
    const clear = (kind = 'clipboard') => void cleared.push(kind);
    const selection = { clear: () => void cleared.push('marked') };
    const guardOf = (platform: string, clipboard: Partial<SystemClipboard>) =>
      new SecretClipboard({
        clipboard: { readText: () => '', clear, ...clipboard },
        onState: () => undefined,
        platform,
        wait: () => Promise.resolve(),
      });
    guardOf('linux', {}).clearMarked();
    guardOf('linux', { selection }).clearMarked();
    guardOf('win32', {}).clearMarked();
    expect(cleared).toEqual(['selection', 'marked']);
  });

  it('keeps and tells nothing of the secret', async () => {
    const { told, guard } = await copied(secret);
    expect(JSON.stringify([told, guard.getState(), guard])).not.toContain(secret);
  });
});
