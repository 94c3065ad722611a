import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HeldUpdates } from './held-updates.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const ticket = (id: string) => [{ kind: 'ticket', id, isGone: false, version: 1 } as const];

function watched() {
  const apply = vi.fn();
  return { apply, updates: new HeldUpdates(apply) };
}

describe('HeldUpdates', () => {
  it('applies changes soon, those of one command together', () => {
    const { apply, updates } = watched();
    for (const id of ['a', 'b', 'a']) updates.take(ticket(id));
    expect(apply).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(apply).toHaveBeenCalledTimes(1);
    expect(updates.count()).toBe(0);
  });

  it('counts each changed record once while they are held, and applies nothing', () => {
    const { apply, updates } = watched();
    updates.hold(true);
    for (const id of ['a', 'b', 'a']) updates.take(ticket(id));
    vi.runAllTimers();
    expect(updates.count()).toBe(2);
    expect(apply).not.toHaveBeenCalled();
  });

  it('applies what was held once the agent has left, and nothing when there was nothing', () => {
    const { apply, updates } = watched();
    updates.hold(true);
    updates.hold(false);
    vi.runAllTimers();
    expect(apply).not.toHaveBeenCalled();
    updates.hold(true);
    updates.take(ticket('a'));
    updates.hold(false);
    vi.runAllTimers();
    expect(apply).toHaveBeenCalledTimes(1);
  });

  it('keeps holding when the agent comes back before a change was applied', () => {
    const { apply, updates } = watched();
    updates.take(ticket('a'));
    updates.hold(true);
    vi.runAllTimers();
    expect(apply).not.toHaveBeenCalled();
    expect(updates.count()).toBe(1);
  });

  it('applies at once when asked', () => {
    const { apply, updates } = watched();
    updates.hold(true);
    updates.take(ticket('a'));
    updates.apply();
    expect(apply).toHaveBeenCalledTimes(1);
    expect(updates.count()).toBe(0);
  });

  it('holds what all may have changed as one update, and gives another desk at once', () => {
    const { apply, updates } = watched();
    updates.hold(true);
    updates.take(null);
    updates.take(null);
    vi.runAllTimers();
    expect(apply).not.toHaveBeenCalled();
    expect(updates.count()).toBe(1);
    updates.take([{ kind: 'demo', id: 'a', isGone: true, version: null }]);
    expect(apply).toHaveBeenCalledTimes(1);
  });
});
