import { logAtDesk } from '../work/desk-log.ts';
import type { Work } from '../work/work.ts';

/** Takes all trails as they are. What a check has found until now stays in the desk's log, and so does this. */
export async function acceptRecords(work: Work): Promise<void> {
  const { evidence } = work.repositories;
  const leftBehind = { after: 0, before: evidence.nextSerial() };
  await logAtDesk(work, { type: 'recordsAccepted', leftBehind });
  evidence.acceptTrails();
}
