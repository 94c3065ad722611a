import { logAtDesk } from '../work/desk-log.ts';
import type { Work } from '../work/work.ts';

/** Who signs what is done is itself something that was done: another name than before is an entry in the desk's log. */
export async function noteAgent(work: Work): Promise<void> {
  const { desk } = work.repositories;
  const former = await desk.getAgent();
  if (work.actor === '' || work.actor === former) return;
  if (former !== null) await logAtDesk(work, { type: 'agentRenamed', former });
  await desk.setAgent(work.actor);
}
