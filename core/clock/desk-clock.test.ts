import { describe, expect, it } from 'vitest';
import { DeskClock } from './desk-clock.ts';

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const noon = Date.UTC(2026, 10, 25, 12);

/** A computer: time passes, its clock is set, it sleeps. A second program starts on it with `restarted`. */
function computer() {
  let wallMs = noon;
  let steadyMs = 5_000_000;
  const read = () => ({ wallMs, steadyMs });
  return {
    read,
    clock: new DeskClock(read),
    pass: (ms: number) => {
      wallMs += ms;
      steadyMs += ms;
    },
    setClock: (byMs: number) => {
      wallMs += byMs;
    },
    /** The steady clock starts anew. */
    reboot: () => {
      steadyMs = 0;
    },
  };
}

describe('DeskClock', () => {
  it('follows the computer while nothing happens, and through the seconds of a time server', () => {
    const { clock, pass, setClock } = computer();
    expect(clock.now()).toBe(noon);
    pass(hour);
    expect(clock.now()).toBe(noon + hour);
    setClock(10 * second);
    expect(clock.now()).toBe(noon + hour + 10 * second);
    expect(clock.jump).toBeNull();
  });

  it('never goes back, not even by a second', () => {
    const { clock, pass, setClock } = computer();
    pass(minute);
    clock.now();
    setClock(-10 * second);
    expect(clock.now()).toBe(noon + minute);
    pass(4 * second);
    expect(clock.now()).toBe(noon + minute);
    pass(7 * second);
    expect(clock.now()).toBe(noon + minute + second);
  });

  it.each([
    ['back', -1],
    ['forward', 1],
  ] as const)('goes on evenly when the clock is set %s, and says so', (direction, sign) => {
    const { clock, pass, setClock } = computer();
    pass(minute);
    setClock(sign * 3 * hour);
    pass(minute);
    expect(clock.now()).toBe(noon + 2 * minute);
    expect(clock.jump).toEqual({ direction, byMs: 3 * hour, wasRunning: true });
    expect(clock.offsetMs).toBe(-sign * 3 * hour);
    pass(hour);
    expect(clock.now()).toBe(noon + 2 * minute + hour);
  });

  it('counts the hours that the computer slept', () => {
    const { clock, pass } = computer();
    clock.now();
    pass(9 * hour);
    expect(clock.now()).toBe(noon + 9 * hour);
    expect(clock.jump).toBeNull();
  });

  it('agrees again once the clock was set right', () => {
    const { clock, pass, setClock } = computer();
    setClock(3 * hour);
    clock.now();
    pass(minute);
    setClock(-3 * hour + 2 * second);
    pass(minute);
    clock.now();
    expect(clock.jump).toBeNull();
    expect(clock.offsetMs).toBe(0);
    pass(minute);
    expect(clock.now()).toBe(noon + 3 * minute + 2 * second);
  });

  it('adds up two settings', () => {
    const { clock, pass, setClock } = computer();
    setClock(hour);
    clock.now();
    setClock(hour);
    pass(minute);
    expect(clock.now()).toBe(noon + minute);
    expect(clock.offsetMs).toBe(-2 * hour);
  });

  it('goes on after a restart of the program or the computer, with what it knew', () => {
    const { clock, read, pass, setClock, reboot } = computer();
    setClock(3 * hour);
    pass(minute);
    clock.now();
    const memory = clock.memory();
    reboot();
    pass(8 * hour);
    const next = new DeskClock(read);
    next.resume(memory);
    expect(next.now()).toBe(noon + minute + 8 * hour);
  });

  it('starts at the last time it saw when the clock was set back meanwhile, and says so', () => {
    const { clock, read, pass, setClock } = computer();
    pass(hour);
    clock.now();
    setClock(-2 * hour);
    pass(minute);
    const next = new DeskClock(read);
    next.resume(clock.memory());
    expect(next.now()).toBe(noon + hour);
    expect(next.jump).toEqual({ direction: 'back', byMs: 2 * hour - minute, wasRunning: false });
    pass(minute);
    expect(next.now()).toBe(noon + hour + minute);
  });

  it('takes the computer’s time when a person says that it is right, and tells how far older times are off', () => {
    const { clock, pass, setClock } = computer();
    const codeValidUntil = clock.now() + 24 * hour;
    pass(hour);
    setClock(-2 * hour);
    const leftMs = codeValidUntil - clock.now();
    const shiftMs = clock.adoptWall();
    expect(shiftMs).toBe(-2 * hour);
    expect(clock.now()).toBe(noon - hour);
    expect(codeValidUntil + shiftMs - clock.now()).toBe(leftMs);
    expect(clock.jump).toBeNull();
  });
});
