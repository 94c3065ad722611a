import * as z from 'zod';
import type { Protection, Settings } from '../contract/shell-records.ts';
import { idleLockMinutes } from '../idle-lock.ts';

/** A setting from elsewhere that would protect less: what it is here, and what it would be. 0 minutes is never. */
export const keptSettingSchema = z.discriminatedUnion('name', [
  z.strictObject({ name: z.literal('lockAfterMinutes'), now: z.number(), offered: z.number() }),
  z.strictObject({ name: z.literal('clipboardClearSeconds'), now: z.number(), offered: z.number() }),
  z.strictObject({ name: z.literal('areCropsKept'), now: z.boolean(), offered: z.boolean() }),
]);
export type KeptSetting = z.infer<typeof keptSettingSchema>;

type Change = { readonly [Name in keyof Settings]?: Settings[Name] | undefined };

/** What of a change would lock this desk later, leave secrets on the clipboard longer, or keep pictures of codes. */
export function weakenings(
  { lockAfterMinutes, clipboardClearSeconds, areCropsKept }: Change,
  current: Settings,
  protection: Protection,
): readonly KeptSetting[] {
  const kept: KeptSetting[] = [];
  const locks = idleLockMinutes(current.lockAfterMinutes, protection) ?? 0;
  if (typeof lockAfterMinutes === 'number' && isLonger(lockAfterMinutes, locks)) {
    kept.push({ name: 'lockAfterMinutes', now: locks, offered: lockAfterMinutes });
  }
  const clears = current.clipboardClearSeconds;
  if (clipboardClearSeconds !== undefined && clipboardClearSeconds > clears) {
    kept.push({ name: 'clipboardClearSeconds', now: clears, offered: clipboardClearSeconds });
  }
  if (areCropsKept === true && !current.areCropsKept) {
    kept.push({ name: 'areCropsKept', now: false, offered: true });
  }
  return kept;
}

/** Minutes until the lock, where 0 is never. */
function isLonger(offered: number, now: number): boolean {
  return now !== 0 && (offered === 0 || offered > now);
}
