import type { ClockMemory, DeskClock } from '../../../core/clock/desk-clock.ts';
import type { ClockState } from '../../../core/contract/clock-calls.ts';
import { countedBackMs } from '../../../core/ticket/device-use.ts';
import type { Repositories } from '../store/ports/store.ts';
import type { Work } from '../work/work.ts';
import { commit, requireTicket } from './ticket-commit.ts';

/** Where the last run stopped; noted every few seconds, which is far less than the clock tolerates. */
export async function readClockMemory({ desk }: Repositories): Promise<ClockMemory> {
  return (await desk.getClock()) ?? { offsetMs: 0, lastSeenAt: 0 };
}

export function clockState(clock: DeskClock): ClockState {
  return { aheadMs: clock.now() - Date.now(), offsetMs: clock.offsetMs, jump: clock.jump };
}

/**
 * The computer's clock is right: the desk takes its time, and the times of each ticket that still count move with it; of closed
 * ones those that count for their device.
 */
export async function adoptComputerTime(work: Work, clock: DeskClock): Promise<void> {
  const { alarms, desk, tickets } = work.repositories;
  const shiftMs = clock.adoptWall();
  await desk.setClock(clock.memory());
  if (shiftMs === 0) return;
  const corrected = { ...work, now: clock.now() };
  const closed = await tickets.listClosedSince(work.now - countedBackMs);
  for (const ticketId of new Set([...(await alarms.listTicketIds()), ...closed])) {
    const ticket = await requireTicket(work, ticketId);
    await commit(corrected, ticket, { type: 'correctClock', shiftMs });
  }
}
