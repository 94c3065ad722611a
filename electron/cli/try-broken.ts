import { diagnose } from '../../core/scan/diagnose.ts';
import { fileKindOf } from '../../core/scan/file-kind.ts';
import type { Picture, Scanner } from '../../core/scan/types.ts';
import { CODEC_SEARCH_BYTES, videoCodecOf } from '../../core/scan/video-codec.ts';
import { type BrokenPicture, brokenPicture } from './broken-pictures.ts';
import { decodePicture } from './picture-files.ts';
import { toCodeReport } from './scan-report.ts';

export interface BrokenResult {
  readonly number: number;
  readonly what: string;
  /** `refused`: no picture, and said so. `thrown` is the failure that is looked for. */
  readonly outcome: 'read' | 'notRead' | 'refused' | 'thrown';
  /** Where it was thrown; null unless it was. */
  readonly trace: string | null;
  readonly ms: number;
}

/** Shows the reader one broken picture, as the CLI and the app would. Never rejects. */
export async function tryBroken(scanner: Scanner, number: number): Promise<BrokenResult> {
  const broken = brokenPicture(number);
  const startedAt = performance.now();
  const done = (outcome: BrokenResult['outcome'], trace: string | null = null): BrokenResult => ({
    number,
    what: broken.what,
    outcome,
    trace,
    ms: Math.round(performance.now() - startedAt),
  });
  try {
    const picture = await toPicture(broken);
    return picture === null ? done('refused') : done(await look(scanner, picture));
  } catch (error) {
    return done('thrown', error instanceof Error ? (error.stack ?? error.message) : String(error));
  }
}

async function look(scanner: Scanner, picture: Picture): Promise<'read' | 'notRead'> {
  const live = await scanner.scanLive(picture, { isThorough: true });
  const { codes, glimpses } = await scanner.scanStill(picture);
  for (const code of [...live.codes, ...codes]) toCodeReport(code);
  diagnose(picture, glimpses, picture);
  return codes.length > 0 ? 'read' : 'notRead';
}

/** Told apart first, as the window does. Null for a file that is refused with a plain sentence, which is what should happen to most of them. */
async function toPicture(broken: BrokenPicture): Promise<Picture | null> {
  if (broken.kind === 'pixels') return broken.picture;
  const { bytes } = broken;
  if (fileKindOf(bytes).kind === 'video')
    videoCodecOf([bytes.subarray(0, CODEC_SEARCH_BYTES), bytes.subarray(-CODEC_SEARCH_BYTES)]);
  return decodePicture(bytes).catch(() => null);
}
