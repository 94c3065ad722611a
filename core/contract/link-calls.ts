import * as z from 'zod';
import { linkRequestSchema } from '../links/deep-link.ts';
import { command, type Endpoint, type EventOf, event, nothing } from './endpoint.ts';

/** Links that other programs and web pages hand to ResetDesk. */
export const linkCalls = {
  /** The open desk is there; was a link followed before it was? Told once. */
  'link.take': command({
    host: 'shell',
    input: nothing,
    output: z.strictObject({ link: linkRequestSchema.nullable() }),
  }),
  'link.requested': event({ host: 'shell', payload: z.strictObject({ link: linkRequestSchema }) }),
} as const satisfies Record<string, Endpoint | EventOf>;
