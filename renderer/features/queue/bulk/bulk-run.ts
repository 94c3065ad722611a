import type { CallOutput } from '../../../../core/contract/contract.ts';
import { BULK_TICKETS_MAX, type BulkChange } from '../../../../core/contract/queue-calls.ts';

type Result = CallOutput<'ticket.changeMany'>['results'][number];

export type BulkReport = {
  readonly total: number;
  readonly results: readonly Result[];
  /** Asked to stop before all were tried. */
  readonly isStopped: boolean;
};

type Send = (input: { ticketIds: string[]; change: BulkChange }) => Promise<CallOutput<'ticket.changeMany'>>;

/**
 * Changes any number of tickets, some with each command.
 *
 * @param onProgress told after each command, with the results so far
 * @param isStopped asked before each command
 * @throws what a command throws; what was done before stays done and was told
 */
export async function changeTickets(
  ticketIds: readonly string[],
  change: BulkChange,
  send: Send,
  { onProgress, isStopped }: { onProgress: (report: BulkReport) => void; isStopped: () => boolean },
): Promise<BulkReport> {
  let report: BulkReport = { total: ticketIds.length, results: [], isStopped: false };
  for (let first = 0; first < ticketIds.length; first += BULK_TICKETS_MAX) {
    if (isStopped()) return { ...report, isStopped: true };
    const { results } = await send({ ticketIds: ticketIds.slice(first, first + BULK_TICKETS_MAX), change });
    report = { ...report, results: [...report.results, ...results] };
    onProgress(report);
  }
  return report;
}
