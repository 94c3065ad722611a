import { classifyPayload } from '../../../core/qr/classify.ts';
import { fingerprintOf } from '../../../core/qr/fingerprint.ts';
import { rankReadings } from '../../../core/qr/rank.ts';
import type { QrReading } from '../../../core/qr/reading.ts';
import { codeInText } from '../../../core/qr/unwrap-text.ts';
import type { PageStill } from '../../../core/reset-page/page-still.ts';
import type { CodeRead, EcLevel } from '../../../core/scan/types.ts';
import type { CodeCrops } from '../../reader/scan-client.ts';

/**
 * A code in hand: what it is and how it was drawn. The text itself is not kept, because a label's text holds secrets;
 * a reset reading carries its own payload.
 */
export interface Found {
  readonly fingerprint: string;
  readonly reading: QrReading;
  readonly qrVersion: number | null;
  readonly ecLevel: EcLevel | null;
  readonly maskPattern: number | null;
  /** A picture of a reset code, where the settings ask for one. */
  readonly crop: Uint8Array<ArrayBuffer> | null;
  /** What stands around a reset code in a still picture, to be read for the agent; null where that does not help. */
  readonly page: PageStill | null;
  /** The label that was seen in the same pictures as a reset code: it names the code's device. */
  readonly label: LabelReading | null;
}

type LabelReading = Extract<QrReading, { kind: 'deviceLabel' }>;

/** The different codes among those read, the most useful for a reset first. */
export function toFound(
  codes: readonly CodeRead[],
  crops: CodeCrops = [],
  pages: readonly (PageStill | null)[] = [],
): Found[] {
  const byFingerprint = new Map<string, Found>();
  for (const [index, code] of codes.entries()) {
    const fingerprint = fingerprintOf(code.text);
    if (byFingerprint.has(fingerprint)) continue;
    const { version, ecLevel, maskPattern } = code;
    const reading = classifyPayload(code.text);
    const crop = crops[index] ?? null;
    const page = reading.kind === 'dahuaReset' ? (pages[index] ?? null) : null;
    byFingerprint.set(fingerprint, {
      fingerprint,
      reading,
      qrVersion: version,
      ecLevel,
      maskPattern,
      crop,
      page,
      label: null,
    });
  }
  return rankReadings(withLabel([...byFingerprint.values()]));
}

/** One reset code and one label are a device and its sticker: they are one find. With more of either, the agent must say. */
function withLabel(found: readonly Found[]): readonly Found[] {
  const resets = found.filter(({ reading }) => reading.kind === 'dahuaReset');
  const labels = found.flatMap(({ reading }) => (reading.kind === 'deviceLabel' ? [reading] : []));
  const [label] = labels;
  if (resets.length !== 1 || labels.length !== 1 || label === undefined || label.serial === null)
    return found;
  return found
    .filter(({ reading }) => reading !== label)
    .map((one) => (one === resets[0] ? { ...one, label } : one));
}

/** Text that was typed, pasted or dropped in place of a picture, or the code within it. */
export function foundText(typed: string): Found {
  const text = codeInText(typed);
  return {
    fingerprint: fingerprintOf(text),
    reading: classifyPayload(text),
    qrVersion: null,
    ecLevel: null,
    maskPattern: null,
    crop: null,
    page: null,
    label: null,
  };
}
