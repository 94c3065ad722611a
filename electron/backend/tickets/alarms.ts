import type { AlarmOverview } from '../../../core/contract/clock-calls.ts';
import type { Receipt } from '../store/ports/commands.ts';
import type { Work } from '../work/work.ts';
import { countsOfDevice } from './device-use.ts';
import { carryOut } from './ticket-commands.ts';
import { requireTicket, timedOf } from './ticket-commit.ts';

/** More at once than any desk has; what is left comes with the next look. */
const toldAtOnce = 100;
/** More than fit on a screen; the queue has them all. */
const listedAtOnce = 20;

/** Tells every time that has come, once, and brings what the queue shows of those tickets up to date. */
export async function raiseDueAlarms(work: Work): Promise<void> {
  const { alarms, tickets } = work.repositories;
  const due = await alarms.takeDue(work.now, toldAtOnce);
  if (due.length === 0) return;
  for (const ticketId of new Set(due.map((alarm) => alarm.ticketId))) {
    const ticket = await requireTicket(work, ticketId);
    // A ticket whose procedure is not there must not keep the others from being told.
    const playbook = work.playbooks.list().find(({ id }) => id === ticket.state.playbookId);
    if (playbook === undefined) continue;
    const counts = await countsOfDevice(work, ticket);
    await tickets.setTimed(ticketId, timedOf(ticket.state, counts, playbook, work.now));
  }
  work.announce({ name: 'alarm.raised', payload: { alarms: due } });
}

export async function readAlarms({ repositories, now, actor }: Work): Promise<AlarmOverview> {
  const { alarms, tickets } = repositories;
  return {
    unseen: await alarms.listUnseen(actor, listedAtOnce),
    waiting: (await tickets.countByLane()).waiting,
    nextAt: await alarms.nextAt(now),
  };
}

/** The agent has been told of this ticket's times. */
export async function dismissAlarms(work: Work, ticketId: string): Promise<void> {
  await work.repositories.alarms.markSeen(ticketId, work.now);
}

/** Comes back to a ticket after so many minutes; whatever was told of it is thereby seen. */
export function remind(work: Work, ticketId: string, minutes: number): Promise<Receipt> {
  return carryOut(work, ticketId, { type: 'setReminder', at: work.now + minutes * 60_000 });
}

/** The call has ended before the job: nothing to do until the customer calls back, or that time has come. */
export function awaitCallBack(work: Work, ticketId: string, minutes: number): Promise<Receipt> {
  return carryOut(work, ticketId, { type: 'awaitCallBack', until: work.now + minutes * 60_000 });
}
