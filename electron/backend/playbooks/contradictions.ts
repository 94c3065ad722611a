import type { CallOutput } from '../../../core/contract/contract.ts';
import type { ContradictedSource } from '../../../core/contract/records.ts';
import { factOfLimit } from '../../../core/playbook/limit-facts.ts';
import { contradictionsOf } from '../../../core/ticket/contradictions.ts';
import { isSamePlaybook } from '../../../core/ticket/replay.ts';
import type { Work } from '../work/work.ts';
import { findPlaybooks } from './playbook-versions.ts';

/** Newest tickets whose trails are read for it. */
const ticketsCounted = 200;

/** How often devices did otherwise than the source of a limit says, and in which tickets. */
export async function listContradictions(work: Work): Promise<CallOutput<'playbook.listContradictions'>> {
  const { events, tickets } = work.repositories;
  const found = await events.listContradicting(ticketsCounted + 1);
  const ids = found.slice(0, ticketsCounted);
  const trails = await events.listOfTickets(ids);
  const rows = await tickets.findRows(ids);
  const recorded = ids.flatMap((id) => {
    const row = rows.get(id);
    if (row === undefined) return [];
    const ticket = { id, number: row.number };
    return contradictionsOf(trails.get(id) ?? []).map((contradiction) => ({ ...contradiction, ticket }));
  });
  const playbooks = await findPlaybooks(
    work,
    recorded.map(({ playbook }) => playbook),
  );
  const sources = new Map<string, ContradictedSource>();
  for (const { condition, playbook: ref, ticket } of recorded) {
    const playbook = playbooks.find((each) => isSamePlaybook(each, ref));
    const fact = playbook === undefined ? null : factOfLimit(playbook, condition);
    const key = `${condition} ${fact?.id}`;
    const { times, tickets: before } = sources.get(key) ?? { times: 0, tickets: [] };
    sources.set(key, {
      condition,
      fact: fact && { statement: fact.statement, source: fact.source },
      times: times + 1,
      tickets: before.some(({ id }) => id === ticket.id) ? before : [...before, ticket],
    });
  }
  return {
    sources: [...sources.values()].toSorted((one, other) => other.times - one.times),
    hasMore: found.length > ids.length,
  };
}
