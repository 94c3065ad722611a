import { useCallback } from 'react';
import { useRoute } from 'wouter';
import type { ScanSource } from '../../../core/values.ts';
import { client } from '../../api/client.ts';
import type { Found } from './found.ts';
import type { Place } from './intake.ts';
import { type TakenIn, takeIn } from './take-in.ts';

/** {@link takeIn} for the ticket that is on the screen. */
export function useIntake(): (
  found: Found,
  source: ScanSource,
  place: Place | null,
) => Promise<TakenIn | null> {
  const [, params] = useRoute('/ticket/:ticketId');
  const shownTicketId = params?.ticketId ?? null;
  return useCallback(
    (found, source, place) => takeIn(client, { found, source, place, shownTicketId }),
    [shownTicketId],
  );
}
