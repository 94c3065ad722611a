import * as z from 'zod';
import { assigneeSchema } from '../ticket/schema.ts';
import { timerKindSchema } from '../ticket/timers.ts';
import { epochMsSchema, idSchema } from '../values.ts';
import { command, type Endpoint, type EventOf, event, nothing, query } from './endpoint.ts';
import { changedTicket } from './ticket-calls.ts';

/** The time the desk goes by; see `core/clock/desk-clock.ts`. */
export const clockStateSchema = z.strictObject({
  /** Desk time minus what `Date.now()` says. */
  aheadMs: z.number(),
  /** Desk time minus the computer's clock, because that one was set; 0 while they agree. */
  offsetMs: z.number(),
  jump: z
    .strictObject({
      direction: z.enum(['back', 'forward']),
      byMs: z.number(),
      wasRunning: z.boolean(),
    })
    .nullable(),
});
export type ClockState = z.infer<typeof clockStateSchema>;

/** A time of an open ticket that has come. Names no customer: it is also told outside of the window. */
export const alarmSchema = z.strictObject({
  ticketId: idSchema,
  ticketNumber: z.int().positive(),
  /** Whose ticket it is; null for nobody's, which every agent is told of. */
  assignee: assigneeSchema.nullable(),
  kind: timerKindSchema,
  at: epochMsSchema,
});

export const alarmOverviewSchema = z.strictObject({
  /** Told and neither opened, dismissed nor acted on, of the caller's own tickets and of nobody's; the latest first. */
  unseen: z.array(alarmSchema),
  /** Tickets in the waiting lane. */
  waiting: z.int().nonnegative(),
  /** The first time that is still to come, of any ticket. */
  nextAt: epochMsSchema.nullable(),
});
export type AlarmOverview = z.infer<typeof alarmOverviewSchema>;

/** At most a day ahead. */
const inMinutes = z.strictObject({
  ticketId: idSchema,
  minutes: z
    .int()
    .min(1)
    .max(24 * 60),
});

/** Time: what the desk goes by, what is due, and reminders. */
export const clockCalls = {
  'clock.getState': query({ host: 'backend', input: nothing, output: clockStateSchema }),
  'clock.changed': event({ host: 'backend', answers: 'clock.getState', payload: clockStateSchema }),
  /** The agent says that the computer's clock is right. Running times are moved with it. */
  'clock.adopt': command({ host: 'backend', input: nothing, output: clockStateSchema }),
  /** The computer woke up: looks at once at what became due. */
  'clock.wakeUp': command({ host: 'backend', caller: 'shell', input: nothing, output: nothing }),

  'alarm.list': query({
    host: 'backend',
    reads: ['ticket', 'alarm'],
    input: nothing,
    output: alarmOverviewSchema,
  }),
  'alarm.raised': event({
    host: 'backend',
    payload: z.strictObject({ alarms: z.array(alarmSchema) }),
  }),
  'alarm.dismiss': command({
    host: 'backend',
    input: z.strictObject({ ticketId: idSchema }),
    output: nothing,
  }),
  /** The agent has clicked a desktop notification. */
  'alarm.openRequested': event({ host: 'shell', payload: z.strictObject({ ticketId: idSchema }) }),
  /** The desk is there; was a notification clicked before it was? Told once. */
  'alarm.takeOpenRequest': command({
    host: 'shell',
    input: nothing,
    output: z.strictObject({ ticketId: idSchema.nullable() }),
  }),

  'ticket.remind': command({
    host: 'backend',
    undoable: true,
    input: inMinutes,
    output: changedTicket,
  }),
  /** The caller has hung up and will call back. */
  'ticket.awaitCallBack': command({
    host: 'backend',
    undoable: true,
    input: inMinutes,
    output: changedTicket,
  }),
  'ticket.clearReminder': command({
    host: 'backend',
    undoable: true,
    input: z.strictObject({ ticketId: idSchema }),
    output: changedTicket,
  }),
} as const satisfies Record<string, Endpoint | EventOf>;
