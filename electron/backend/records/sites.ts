import type { ParsedInput } from '../../../core/contract/contract.ts';
import { CallError } from '../../../core/contract/errors.ts';
import { withoutGaps } from '../../../core/without-gaps.ts';
import type { Receipt } from '../store/ports/commands.ts';
import { changeSite, insertSite } from '../work/record-writing.ts';
import { requireCustomer, requireSite } from '../work/require-record.ts';
import type { Work } from '../work/work.ts';

/** @throws CallError `refused` for a place without a name and an address */
export async function createSite(work: Work, input: ParsedInput<'site.create'>): Promise<Receipt> {
  await requireCustomer(work, input.customerId);
  if (`${input.name}${input.address}`.trim() === '')
    throw new CallError('refused', 'Give a name or an address.');
  const site = await insertSite(work, { id: work.newId(), ...input });
  return { recordId: site.id, isOther: false };
}

/** @throws CallError `conflict` when the site was changed since it was read */
export async function updateSite(
  work: Work,
  { siteId, version, change }: ParsedInput<'site.update'>,
): Promise<Receipt> {
  const site = await requireSite(work, siteId);
  const updated = await changeSite(work, { ...site, ...withoutGaps(change), version });
  if (updated === null) throw new CallError('conflict', 'The place was changed meanwhile.');
  return { recordId: siteId, isOther: false };
}
