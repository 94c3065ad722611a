import * as z from 'zod';
import { LINKS_WAITING_MAX, linkRequestSchema } from '../links/deep-link.ts';
import { command, type Endpoint, type EventOf, event, nothing } from './endpoint.ts';

/** Links that other programs and web pages hand to ResetDesk. */
export const linkCalls = {
  /** The open desk is there; which links were followed before it was? The first one first; told once. */
  'link.take': command({
    host: 'shell',
    input: nothing,
    output: z.strictObject({ links: z.array(linkRequestSchema).max(LINKS_WAITING_MAX) }),
  }),
  'link.requested': event({ host: 'shell', payload: z.strictObject({ link: linkRequestSchema }) }),
} as const satisfies Record<string, Endpoint | EventOf>;
