import { requireDevice } from '../work/require-record.ts';
import type { Work } from '../work/work.ts';
import { commit } from './ticket-commit.ts';

/** Proofs in the device's open ticket were seen of its caller as the owner's: of another owner's caller they are asked for anew. */
export async function recheckProofs(work: Work, deviceId: string): Promise<void> {
  const { customerId } = await requireDevice(work, deviceId);
  const open = await work.repositories.tickets.findOpenOfDevice(deviceId);
  if (open === null || customerId === null || customerId === open.state.customerId) return;
  await commit(work, open, { type: 'setProofsAside', cause: 'otherOwner' });
}
