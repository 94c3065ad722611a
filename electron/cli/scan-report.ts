import { classifyPayload } from '../../core/qr/classify.ts';
import type { QrReading } from '../../core/qr/reading.ts';
import type { CodeGlimpsed, CodeRead, Picture, Scanner } from '../../core/scan/types.ts';
import { readPicture } from './picture-files.ts';

/** One code as it is printed. */
export interface CodeReport {
  /** Null where the payload holds a secret: a label's safety code, a Wi-Fi password, a login seed. */
  readonly text: string | null;
  readonly kind: QrReading['kind'];
  /** Labels only. */
  readonly serial?: string | null;
  /** Labels only. */
  readonly model?: string | null;
  readonly version: CodeRead['version'];
  readonly ecLevel: CodeRead['ecLevel'];
  readonly corners: CodeRead['corners'];
  readonly rung: CodeRead['rung'];
}

/** One picture as it is printed. */
export interface PictureReport {
  readonly file: string;
  readonly results: readonly CodeReport[];
  /** Codes that were seen but could not be read. */
  readonly glimpses: readonly CodeGlimpsed[];
  /** Milliseconds for reading the codes, without loading the file. */
  readonly ms: number;
  /** Why the file could not be looked at. */
  readonly error?: string;
}

/** Reads the codes of one file. Never throws: a file that is not a picture is a report with `error`. */
export async function scanFile(scanner: Scanner, file: string): Promise<PictureReport> {
  const loaded = await load(file);
  if (typeof loaded === 'string') return { file, results: [], glimpses: [], ms: 0, error: loaded };
  const outcome = await scanner.scanStill(loaded);
  return {
    file,
    results: outcome.codes.map(toCodeReport),
    glimpses: outcome.glimpses,
    ms: Math.round(outcome.elapsedMs * 10) / 10,
  };
}

async function load(file: string): Promise<Picture | string> {
  try {
    return await readPicture(file);
  } catch (error) {
    return error instanceof Error ? error.message : 'This file could not be read.';
  }
}

export function toCodeReport(code: CodeRead): CodeReport {
  const { version, ecLevel, corners, rung } = code;
  const reading = classifyPayload(code.text);
  const place = { version, ecLevel, corners, rung };
  if (reading.kind === 'deviceLabel')
    return { text: null, kind: reading.kind, serial: reading.serial, model: reading.model, ...place };
  return { text: holdsSecret(reading) ? null : code.text, kind: reading.kind, ...place };
}

function holdsSecret(reading: QrReading): boolean {
  if (reading.kind === 'hikvisionLabel') return true;
  return reading.kind === 'other' && (reading.what === 'wifi' || reading.what === 'authenticator');
}

/** One line for people. */
export function describeLine(report: PictureReport): string {
  if (report.error !== undefined) return `${report.file}: ${report.error}`;
  if (report.results.length > 0)
    return `${report.file}: ${report.results.map(describeCode).join('; ')} (${report.ms} ms)`;
  return `${report.file}: ${describeMiss(report.glimpses)} (${report.ms} ms)`;
}

function describeCode(code: CodeReport): string {
  const symbol = code.version === null ? '' : ` version ${code.version}${code.ecLevel ?? ''}`;
  if (code.kind === 'deviceLabel')
    return `${code.kind}${symbol}, serial ${code.serial ?? 'unknown'}, model ${code.model ?? 'unknown'}`;
  return `${code.kind}${symbol}${code.text === null ? ', text not shown' : `, ${code.text}`}`;
}

function describeMiss(glimpses: readonly CodeGlimpsed[]): string {
  const [first] = glimpses;
  if (first === undefined) return 'no code found';
  if (first.pixelsPerModule === null) return 'a code was seen but not read';
  return `a code was seen but not read, ${first.pixelsPerModule.toFixed(1)} pixels per module`;
}
