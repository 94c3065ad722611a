import * as z from 'zod';
import { playbookSchema } from '../playbook/schema.ts';
import { command, type Endpoint, type EventOf, event, nothing, query } from './endpoint.ts';
import { contradictedSourceSchema, listedPlaybookSchema } from './records.ts';

/** The procedures: the app's own, and those of the supervisor's folder. */
export const playbookCalls = {
  /** The procedures that a ticket can take now, one for each id. */
  'playbook.list': query({
    host: 'backend',
    reads: ['playbook'],
    windows: ['console', 'practice'],
    input: nothing,
    output: z.strictObject({ playbooks: z.array(playbookSchema) }),
  }),
  /** The versions that a ticket was on; one that is nowhere is left out. They never change. */
  'playbook.find': query({
    host: 'backend',
    input: z.strictObject({
      refs: z.array(z.strictObject({ id: z.string(), version: z.int().positive() })).max(100),
    }),
    output: z.strictObject({ playbooks: z.array(playbookSchema) }),
  }),
  /** Every procedure and every file of the supervisor's folder, with what became of it. */
  'playbook.listSources': query({
    host: 'backend',
    reads: ['playbook'],
    input: nothing,
    output: z.strictObject({
      /** Null while no database is open. */
      folder: z.string().nullable(),
      sources: z.array(listedPlaybookSchema),
    }),
  }),
  /** How often the records contradict a limit of a source, most often first. */
  'playbook.listContradictions': query({
    host: 'backend',
    reads: ['ticket'],
    input: nothing,
    output: z.strictObject({
      sources: z.array(contradictedSourceSchema),
      /** There are older tickets, which were not looked at. */
      hasMore: z.boolean(),
    }),
  }),
  /** Whether tickets may take the procedure of a file as it is now. Remembered, also a refusal; a changed file is asked about anew. */
  'playbook.decide': command({
    host: 'backend',
    input: z.strictObject({ digest: z.string().max(100), decision: z.enum(['approved', 'refused']) }),
    output: nothing,
  }),
  /** A file of the supervisor's folder came, changed or went; what is decided about one is in the feed. */
  'playbook.changed': event({ host: 'backend', changes: ['playbook'], payload: nothing }),
} as const satisfies Record<string, Endpoint | EventOf>;
