import { describe, expect, it } from 'vitest';
import { idleLockMinutes } from '../../core/idle-lock.ts';
import { IdleWatch } from './idle-watch.ts';

function setUp() {
  const desk = { now: 0, touchedAt: 0, limitMs: 1000 as number | null, isWorking: false, locks: 0 };
  const watch = new IdleWatch({
    systemIdleMs: () => desk.now - desk.touchedAt,
    isWorking: () => desk.isWorking,
    limitMs: () => desk.limitMs,
    lock: () => {
      desk.locks += 1;
    },
    now: () => desk.now,
  });
  return { desk, watch };
}

describe('a desk that nobody sits at', () => {
  it('is locked once the time has come, not before', () => {
    const { desk, watch } = setUp();
    desk.now = 999;
    watch.look();
    expect(desk.locks).toBe(0);
    desk.now = 1000;
    watch.look();
    expect(desk.locks).toBe(1);
  });

  it('is not locked while the computer is used for something else', () => {
    const { desk, watch } = setUp();
    desk.now = 5000;
    desk.touchedAt = 4500;
    watch.look();
    expect(desk.locks).toBe(0);
  });

  it('is not locked while the armed camera reads codes, though nobody touches anything', () => {
    const { desk, watch } = setUp();
    desk.now = 900;
    watch.noteActivity();
    desk.now = 1500;
    watch.look();
    expect(desk.locks).toBe(0);
  });

  it('is not locked during an import, nor right after it', () => {
    const { desk, watch } = setUp();
    desk.isWorking = true;
    desk.now = 5000;
    watch.look();
    desk.isWorking = false;
    desk.now = 5999;
    watch.look();
    expect(desk.locks).toBe(0);
    desk.now = 6000;
    watch.look();
    expect(desk.locks).toBe(1);
  });

  it('is left alone where it does not lock itself', () => {
    const { desk, watch } = setUp();
    desk.limitMs = null;
    desk.now = 1_000_000;
    watch.look();
    expect(desk.locks).toBe(0);
  });
});

describe('the minutes until then', () => {
  it('are there by themselves only where a passphrase gives the lock a meaning', () => {
    expect(idleLockMinutes(null, 'passphrase')).toBe(15);
    expect(idleLockMinutes(null, 'keyring')).toBeNull();
    expect(idleLockMinutes(null, 'unprotected')).toBeNull();
  });

  it('are what was chosen, never included', () => {
    expect(idleLockMinutes(5, 'unprotected')).toBe(5);
    expect(idleLockMinutes(0, 'passphrase')).toBeNull();
  });
});
