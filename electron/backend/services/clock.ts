import type { ClockMemory, DeskClock } from '../../../core/clock/desk-clock.ts';
import type { ClockState } from '../../../core/contract/clock-calls.ts';
import type { Repositories } from '../store/ports.ts';
import { commit, requireTicket } from './ticket-commit.ts';
import type { Work } from './work.ts';

/** Where the last run stopped: what was noted, or the last command that was carried out since. */
export async function readClockMemory({ desk, requests }: Repositories): Promise<ClockMemory> {
  const noted = await desk.getClock();
  const latestAt = (await requests.latestAt()) ?? 0;
  return { offsetMs: noted?.offsetMs ?? 0, lastSeenAt: Math.max(noted?.lastSeenAt ?? 0, latestAt) };
}

export function clockState(clock: DeskClock): ClockState {
  return { aheadMs: clock.now() - Date.now(), offsetMs: clock.offsetMs, jump: clock.jump };
}

/** The computer's clock is right: the desk takes its time, and each running ticket's times move with it. */
export async function adoptComputerTime(work: Work, clock: DeskClock): Promise<void> {
  const { alarms, desk } = work.repositories;
  const shiftMs = clock.adoptWall();
  await desk.setClock(clock.memory());
  if (shiftMs === 0) return;
  const corrected = { ...work, now: clock.now() };
  for (const ticketId of await alarms.listTicketIds()) {
    const ticket = await requireTicket(work, ticketId);
    if (ticket.state.status === 'open') await commit(corrected, ticket, { type: 'correctClock', shiftMs });
  }
}
