import { classifyPayload } from '../../core/qr/classify.ts';
import type { Picture, Scanner, ScanOutcome } from '../../core/scan/types.ts';

/**
 * Reads the pictures of one action, for example all displays, and ends as soon as a reset code was read. First a glance at each: most codes
 * are read by it, and then only their own pictures are looked at closely, because a second code beside one is for the agent to
 * choose from. Without a glanced code all are looked at closely, one after the other.
 */
export async function readTogether(
  pictures: readonly Picture[],
  scanner: Pick<Scanner, 'scanLive' | 'scanStill'>,
): Promise<readonly ScanOutcome[]> {
  const [only, ...others] = pictures;
  if (only !== undefined && others.length === 0) return [await scanner.scanStill(only)];
  const outcomes: ScanOutcome[] = [];
  for (const picture of pictures) outcomes.push(await scanner.scanLive(picture));
  const areGlanced = outcomes.map(hasResetCode);
  const isAnyGlanced = areGlanced.includes(true);
  for (const [index, picture] of pictures.entries()) {
    if (isAnyGlanced && areGlanced[index] !== true) continue;
    const outcome = await scanner.scanStill(picture);
    // A glance looks with other rungs; what it read counts.
    if (outcome.codes.length > 0 || outcomes[index]?.codes.length === 0) outcomes[index] = outcome;
    if (!isAnyGlanced && hasResetCode(outcome)) break;
  }
  return outcomes;
}

function hasResetCode({ codes }: ScanOutcome): boolean {
  return codes.some(({ text }) => classifyPayload(text).kind === 'dahuaReset');
}
