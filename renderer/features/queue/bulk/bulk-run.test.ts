import { describe, expect, it, vi } from 'vitest';
import { changeTickets } from './bulk-run.ts';

const change = { kind: 'assign', assignee: 'Ada' } as const;
const ids = Array.from({ length: 250 }, (_, index) => `ticket ${index}`);

function desk() {
  const send = vi.fn(async ({ ticketIds }: { ticketIds: string[] }) => ({
    results: ticketIds.map((ticketId) => ({ ticketId, number: 1, refusal: null })),
  }));
  return { send, onProgress: vi.fn() };
}

describe('changeTickets', () => {
  it('sends every ticket once, and tells how far it is after each command', async () => {
    const { send, onProgress } = desk();
    const report = await changeTickets(ids, change, send, { onProgress, isStopped: () => false });
    expect(report.results.map(({ ticketId }) => ticketId)).toEqual(ids);
    expect(onProgress.mock.calls.map(([{ results }]) => results.length)).toEqual([100, 200, 250]);
  });

  it('stops between two commands and says so', async () => {
    const { send, onProgress } = desk();
    const isStopped = () => send.mock.calls.length === 2;
    const report = await changeTickets(ids, change, send, { onProgress, isStopped });
    expect(report).toMatchObject({ isStopped: true, total: 250 });
    expect(report.results).toHaveLength(200);
  });
});
