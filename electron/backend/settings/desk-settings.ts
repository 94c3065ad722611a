import type { CallOutput, ParsedInput } from '../../../core/contract/contract.ts';
import { CallError } from '../../../core/contract/errors.ts';
import { type DeskSettings, deskSettingsSchema, shopSchema } from '../../../core/contract/words-calls.ts';
import { defaultChecklist } from '../../../core/ownership/checklist.ts';
import { noRetention } from '../../../core/privacy/retention.ts';
import { readFields } from '../../../core/read-fields.ts';
import { withoutGaps } from '../../../core/without-gaps.ts';
import type { Receipt } from '../store/ports/commands.ts';
import type { Work } from '../work/work.ts';

const recordName = 'desk';

const defaultSettings: DeskSettings = {
  shop: { name: '', phone: '', address: '' },
  checklist: defaultChecklist,
  country: null,
  retention: noRetention,
};

export async function readDeskSettings({ repositories }: Work): Promise<CallOutput<'desk.getSettings'>> {
  const stored = await repositories.words.getShared(recordName);
  if (stored === null) return { settings: defaultSettings, version: 0 };
  return { settings: readStored(stored.value), version: stored.version };
}

/** Settings of an earlier version lack fields, also among those of the shop. */
function readStored(value: unknown): DeskSettings {
  const { shop, ...rest } = readFields(deskSettingsSchema, value, defaultSettings);
  const storedShop = (Object(value) as { shop?: unknown }).shop ?? shop;
  return deskSettingsSchema.parse({
    ...rest,
    shop: readFields(shopSchema, storedShop, defaultSettings.shop),
  });
}

/** A desk that has no country yet takes the computer's; the agent sees it in the settings and can change it. */
export async function settleCountry(work: Work, country: string): Promise<void> {
  const { settings, version } = await readDeskSettings(work);
  if (settings.country !== null) return;
  await work.repositories.words.putShared(recordName, { ...settings, country }, version, work.now);
}

/** @throws CallError `conflict` when they were changed since they were read */
export async function updateDeskSettings(
  work: Work,
  { change, version }: ParsedInput<'desk.updateSettings'>,
): Promise<Receipt> {
  const { settings } = await readDeskSettings(work);
  const changed: DeskSettings = {
    ...settings,
    ...withoutGaps(change),
    shop: { ...settings.shop, ...withoutGaps(change.shop ?? {}) },
  };
  const isWritten = await work.repositories.words.putShared(recordName, changed, version, work.now);
  if (!isWritten) throw new CallError('conflict', 'The settings of the desk were changed meanwhile.');
  return { recordId: recordName, isOther: false };
}
