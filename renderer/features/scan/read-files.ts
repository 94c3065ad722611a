import { shownFileName } from '../../../core/file-name.ts';
import { fingerprintOf } from '../../../core/qr/fingerprint.ts';
import type { PdfFile, PdfProblem } from '../../lib/pdf-client.ts';
import type { PictureOutcome, ScanPicture } from '../../lib/scan-client.ts';
import type { ScannedPicture } from './judge.ts';

/** How far reading several pictures has come; both are counted from 1. */
export interface FileProgress {
  readonly file: number;
  readonly fileCount: number;
  /** Null for a picture. */
  readonly page: number | null;
  readonly pageCount: number | null;
}

/** What reading files needs of the window around it. */
export interface FileHost {
  readonly readPicture: (picture: ScanPicture) => Promise<PictureOutcome>;
  readonly openPdf: (file: File) => Promise<PdfFile | PdfProblem>;
  /** How a page of a PDF is called. */
  readonly namePage: (fileName: string, page: number) => string;
  readonly onProgress: (progress: FileProgress) => void;
  readonly isCancelled: () => boolean;
}

/** A PDF, or a page of one, that could not be opened. */
export interface PdfFailure {
  readonly name: string;
  readonly problem: PdfProblem;
}

export interface FilesRead {
  readonly pictures: readonly ScannedPicture[];
  readonly failures: readonly PdfFailure[];
}

/**
 * Reads pictures and the pages of PDFs, one after the other, so that only one picture's pixels are held at a time.
 * Ends early when cancelled, with what was read so far.
 *
 * @param isNamed false for copied pictures: their file names are made up by the system and tell the agent nothing
 */
export async function readFiles(
  files: readonly File[],
  isNamed: boolean,
  host: FileHost,
): Promise<FilesRead> {
  const pictures: ScannedPicture[] = [];
  const failures: PdfFailure[] = [];
  for (const [index, file] of files.entries()) {
    if (host.isCancelled()) break;
    const progress = { file: index + 1, fileCount: files.length, page: null, pageCount: null };
    host.onProgress(progress);
    if (isPdf(file)) {
      const read = await readPdf(file, progress, host);
      pictures.push(...read.pictures);
      failures.push(...read.failures);
    } else pictures.push({ name: isNamed ? nameOf(file) : null, outcome: await host.readPicture(file) });
  }
  return { pictures, failures };
}

function nameOf({ name }: File): string {
  return shownFileName(name, 'picture');
}

export function isPdf(file: File): boolean {
  return file.type === 'application/pdf' || /\.pdf$/i.test(file.name);
}

async function readPdf(file: File, progress: FileProgress, host: FileHost): Promise<FilesRead> {
  const pdf = await host.openPdf(file);
  if (typeof pdf === 'string') return { pictures: [], failures: [{ name: nameOf(file), problem: pdf }] };
  const { pageCount } = pdf;
  const pictures: ScannedPicture[] = [];
  const failures: PdfFailure[] = [];
  try {
    for (let page = 1; page <= pageCount && !host.isCancelled(); page += 1) {
      host.onProgress({ ...progress, page, pageCount });
      const name = host.namePage(nameOf(file), page);
      const drawn = await pdf.drawPage(page);
      if (typeof drawn === 'string') failures.push({ name, problem: drawn });
      else pictures.push({ name, outcome: await host.readPicture(drawn) });
    }
  } finally {
    pdf.close();
  }
  return { pictures, failures };
}

/** In which picture each code was first seen, by fingerprint; empty for a single picture, which needs no name. */
export function placesOf(pictures: readonly ScannedPicture[]): ReadonlyMap<string, string> {
  if (pictures.length < 2) return new Map();
  const places = pictures
    .toReversed()
    .flatMap(({ name, outcome }) =>
      name === null ? [] : outcome.codes.map((code) => [fingerprintOf(code.text), name] as const),
    );
  return new Map(places);
}
