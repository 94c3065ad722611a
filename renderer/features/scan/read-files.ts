import { assertNever } from '../../../core/assert-never.ts';
import { shownFileName } from '../../../core/file-name.ts';
import { fingerprintOf } from '../../../core/qr/fingerprint.ts';
import type { MovingPicture } from '../../reader/moving-picture.ts';
import type { FileProblem, OpenedFile } from '../../reader/open-file.ts';
import type { PagedFile } from '../../reader/paged-file.ts';
import type { PictureOutcome, ScanPicture } from '../../reader/scan-client.ts';
import type { ScannedPicture } from './judge.ts';
import { type MovingHost, readMoving } from './read-moving.ts';

/** How far reading files has come; all are counted from 1. */
export interface FileProgress {
  readonly file: number;
  readonly fileCount: number;
  /** Null for a picture. */
  readonly part: { readonly of: 'page' | 'frame'; readonly at: number; readonly count: number } | null;
}

/** What reading files needs of the window around it. */
export interface FileHost extends Pick<MovingHost, 'glanceAt' | 'scanFrames' | 'isCancelled'> {
  readonly readPicture: (picture: ScanPicture) => Promise<PictureOutcome>;
  readonly openFile: (file: File) => Promise<OpenedFile>;
  /** How a page of a file is called. */
  readonly namePage: (fileName: string, page: number) => string;
  /** The same for a moment of a film; null where an animation has no time worth telling. */
  readonly nameMoment: (fileName: string, seconds: number | null) => string;
  readonly onProgress: (progress: FileProgress) => void;
}

/** A file, or a page of one, that could not be opened. */
export interface FileFailure {
  readonly name: string;
  readonly problem: FileProblem;
}

export interface FilesRead {
  readonly pictures: readonly ScannedPicture[];
  readonly failures: readonly FileFailure[];
}

const NOTHING: FilesRead = { pictures: [], failures: [] };

type Place = Pick<FileProgress, 'file' | 'fileCount'>;

/**
 * Reads pictures, the pages of PDFs and TIFFs and the frames of films, one after the other, so that only one picture's pixels are held at a
 * time. Ends early when cancelled, with what was read so far.
 *
 * @param isNamed false for copied pictures: their file names are made up by the system and tell the agent nothing
 */
export async function readFiles(
  files: readonly File[],
  isNamed: boolean,
  host: FileHost,
): Promise<FilesRead> {
  const pictures: ScannedPicture[] = [];
  const failures: FileFailure[] = [];
  for (const [index, file] of files.entries()) {
    if (host.isCancelled()) break;
    const place = { file: index + 1, fileCount: files.length };
    host.onProgress({ ...place, part: null });
    const read = await readFile(file, isNamed, place, host);
    pictures.push(...read.pictures);
    failures.push(...read.failures);
  }
  return { pictures, failures };
}

async function readFile(file: File, isNamed: boolean, place: Place, host: FileHost): Promise<FilesRead> {
  const name = shownFileName(file.name, 'picture');
  const opened = await host.openFile(file);
  switch (opened.kind) {
    case 'picture':
      return {
        ...NOTHING,
        pictures: [{ name: isNamed ? name : null, outcome: await host.readPicture(file) }],
      };
    case 'pages':
      return readPages(name, opened.pages, place, host);
    case 'moving':
      return { ...NOTHING, pictures: await readFrames(name, opened.moving, place, host) };
    case 'failed':
      return { ...NOTHING, failures: [{ name, problem: opened.problem }] };
    default:
      return assertNever(opened);
  }
}

async function readPages(
  fileName: string,
  pages: PagedFile,
  place: Place,
  host: FileHost,
): Promise<FilesRead> {
  const { pageCount } = pages;
  const pictures: ScannedPicture[] = [];
  const failures: FileFailure[] = [];
  try {
    for (let page = 1; page <= pageCount && !host.isCancelled(); page += 1) {
      host.onProgress({ ...place, part: { of: 'page', at: page, count: pageCount } });
      const name = pageCount === 1 && pages.format === 'tiff' ? fileName : host.namePage(fileName, page);
      const drawn = await pages.drawPage(page);
      if (typeof drawn === 'string')
        failures.push({ name, problem: { kind: pages.format === 'pdf' ? 'brokenPdf' : 'brokenTiff' } });
      else pictures.push({ name, outcome: await host.readPicture(drawn) });
    }
  } finally {
    pages.close();
  }
  return { pictures, failures };
}

async function readFrames(
  fileName: string,
  moving: MovingPicture,
  place: Place,
  host: FileHost,
): Promise<readonly ScannedPicture[]> {
  try {
    const seen = await readMoving(moving, {
      ...host,
      onFrame: (at, count) => host.onProgress({ ...place, part: { of: 'frame', at, count } }),
    });
    return seen.map(({ index, outcome }) => ({
      name: host.nameMoment(fileName, moving.secondsAt(index)),
      outcome,
    }));
  } finally {
    moving.close();
  }
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
