import type { DeskClock } from '../../../core/clock/desk-clock.ts';
import type { clockCalls } from '../../../core/contract/clock-calls.ts';
import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import type { Context } from '../work/call-context.ts';
import { awaitCallBack, dismissAlarms, readAlarms, remind } from './alarms.ts';
import { changeTicket } from './call-answers.ts';
import { adoptComputerTime, clockState } from './clock.ts';
import { carryOut } from './ticket-commands.ts';

type ClockContext = Context<{
  readonly parts: { readonly clock: DeskClock };
  /** Looks at the clock, and tells what has become due. */
  readonly tick: () => Promise<void>;
}>;

export const clockHandlers: HandlersOf<typeof clockCalls, 'backend', ClockContext> = {
  'clock.getState': (_, { backend }) => clockState(backend.parts.clock),
  // Asked twice it finds nothing more to adopt, so its request need not be remembered.
  'clock.adopt': async (_, context) => {
    const { clock } = context.backend.parts;
    await context.backend.perform(context, (work) => adoptComputerTime(work, clock));
    await context.backend.tick();
    return clockState(clock);
  },
  'clock.wakeUp': async (_, { backend }) => {
    await backend.tick();
    return {};
  },

  'alarm.list': (_, context) => context.backend.perform(context, readAlarms),
  'alarm.dismiss': ({ ticketId }, context) =>
    context.backend.perform(context, async (work) => {
      await dismissAlarms(work, ticketId);
      return {};
    }),

  'ticket.remind': ({ ticketId, minutes }, context) =>
    changeTicket(context, (work) => remind(work, ticketId, minutes)),
  'ticket.awaitCallBack': ({ ticketId, minutes }, context) =>
    changeTicket(context, (work) => awaitCallBack(work, ticketId, minutes)),
  'ticket.clearReminder': ({ ticketId }, context) =>
    changeTicket(context, (work) => carryOut(work, ticketId, { type: 'clearReminder' })),
};
