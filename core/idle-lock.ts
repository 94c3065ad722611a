import type { Protection } from './contract/shell-records.ts';

/** Where a passphrase protects and nothing else was chosen: longer than a call without a key pressed, shorter than lunch. */
const STANDARD_MINUTES = 15;

/**
 * Minutes without anybody at the desk until it locks itself; null for never.
 *
 * @param chosen null as long as nothing was chosen; 0 for never
 */
export function idleLockMinutes(chosen: number | null, protection: Protection): number | null {
  const minutes = chosen ?? (protection === 'passphrase' ? STANDARD_MINUTES : 0);
  return minutes === 0 ? null : minutes;
}
