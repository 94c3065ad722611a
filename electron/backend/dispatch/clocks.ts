import { uptime } from 'node:os';
import type { ClockReading } from '../../../core/clock/desk-clock.ts';

/** Main gives it on the evaluation runtime only, for tests of what a day does. */
const shiftSwitch = '--time-shift-ms=';

const shiftMs = Number(
  process.argv.find((argument) => argument.startsWith(shiftSwitch))?.slice(shiftSwitch.length) ?? 0,
);

/**
 * The two clocks of this computer. The time since it was started counts evenly and through sleep on Linux, macOS and Windows;
 * `performance.now` and `process.hrtime` stop on some of them while it sleeps.
 */
export function readClocks(): ClockReading {
  return { wallMs: Date.now() + shiftMs, steadyMs: uptime() * 1000 };
}
