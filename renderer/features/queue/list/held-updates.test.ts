import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { HeldUpdates } from './held-updates.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function watched() {
  const apply = vi.fn();
  return { apply, updates: new HeldUpdates(apply) };
}

describe('HeldUpdates', () => {
  it('applies changes soon, those of one command together', () => {
    const { apply, updates } = watched();
    for (const id of ['a', 'b', 'a']) updates.note(id);
    expect(apply).not.toHaveBeenCalled();
    vi.runAllTimers();
    expect(apply).toHaveBeenCalledTimes(1);
    expect(updates.count()).toBe(0);
  });

  it('counts each changed record once while they are held, and applies nothing', () => {
    const { apply, updates } = watched();
    updates.hold(true);
    for (const id of ['a', 'b', 'a']) updates.note(id);
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
    updates.note('a');
    updates.hold(false);
    vi.runAllTimers();
    expect(apply).toHaveBeenCalledTimes(1);
  });

  it('keeps holding when the agent comes back before a change was applied', () => {
    const { apply, updates } = watched();
    updates.note('a');
    updates.hold(true);
    vi.runAllTimers();
    expect(apply).not.toHaveBeenCalled();
    expect(updates.count()).toBe(1);
  });

  it('applies at once when asked', () => {
    const { apply, updates } = watched();
    updates.hold(true);
    updates.note('a');
    updates.apply();
    expect(apply).toHaveBeenCalledTimes(1);
    expect(updates.count()).toBe(0);
  });
});
