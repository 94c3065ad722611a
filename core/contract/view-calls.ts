import * as z from 'zod';
import { savedViewSchema, viewNameSchema } from '../queue/saved-view.ts';
import { queueViewSchema } from '../queue/view.ts';
import { idSchema } from '../values.ts';
import { command, type Endpoint, type EventOf, nothing, query } from './endpoint.ts';

/** Every saved view, in the desk's order. */
const savedViews = z.strictObject({ views: z.array(savedViewSchema) });
const index = z.int().nonnegative();

/** Views of the queue that the desk keeps under a name. */
export const viewCalls = {
  'view.list': query({ host: 'backend', reads: ['view'], input: nothing, output: savedViews }),
  /** At `index` of the order, or last (null). */
  'view.create': command({
    host: 'backend',
    input: z.strictObject({ name: viewNameSchema, view: queueViewSchema, index: index.nullable() }),
    output: savedViews,
  }),
  'view.rename': command({
    host: 'backend',
    input: z.strictObject({ viewId: idSchema, name: viewNameSchema }),
    output: savedViews,
  }),
  'view.move': command({
    host: 'backend',
    input: z.strictObject({ viewId: idSchema, index }),
    output: savedViews,
  }),
  'view.remove': command({
    host: 'backend',
    input: z.strictObject({ viewId: idSchema }),
    output: savedViews,
  }),
} as const satisfies Record<string, Endpoint | EventOf>;
