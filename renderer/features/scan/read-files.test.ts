import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../core/qr/fingerprint.ts';
import type { CodeRead } from '../../../core/scan/types.ts';
import type { OpenedFile } from '../../reader/open-file.ts';
import type { PictureOutcome, ScanPicture } from '../../reader/scan-client.ts';
import { type FileProgress, placesOf, readFiles } from './read-files.ts';

const file = (name: string) => new File([], name);

interface Bench {
  readonly log: string[];
  readonly progress: FileProgress[];
  isCancelled: boolean;
  problemOnPage: number | null;
}

/** `files` says how many pages or frames each has; what is not named is a picture. */
function createBench(files: Record<string, { pages: number; format?: 'pdf' | 'tiff' } | 'locked' | 'video'>) {
  const bench: Bench = { log: [], progress: [], isCancelled: false, problemOnPage: null };
  const openFile = async ({ name }: File): Promise<OpenedFile> => {
    const given = files[name];
    if (given === undefined) return { kind: 'picture' };
    if (given === 'locked') return { kind: 'failed', problem: { kind: 'lockedPdf' } };
    const close = () => bench.log.push(`${name} closed`);
    if (given === 'video')
      return {
        kind: 'moving',
        moving: {
          frameCount: 2,
          isFilmed: true,
          secondsAt: (index) => index,
          frameAt: async () => ({}) as unknown as VideoFrame,
          close,
        },
      };
    return {
      kind: 'pages',
      pages: {
        format: given.format ?? 'pdf',
        pageCount: given.pages,
        drawPage: async (page) => (page === bench.problemOnPage ? 'broken' : ({} as unknown as ImageBitmap)),
        close,
      },
    };
  };
  const read = (given: readonly File[], isNamed = true) =>
    readFiles(given, isNamed, {
      readPicture: async (picture: ScanPicture) => {
        bench.log.push(picture instanceof File ? picture.name : 'page');
        return {} as PictureOutcome;
      },
      openFile,
      glanceAt: async () => ({ codes: [], glimpses: [] }) as unknown as PictureOutcome,
      scanFrames: async () => ({ codes: [], glimpses: [] }) as unknown as PictureOutcome,
      namePage: (name, page) => `${name} p${page}`,
      nameMoment: (name, seconds) => `${name} at ${seconds}`,
      onProgress: (step) => bench.progress.push(step),
      isCancelled: () => bench.isCancelled,
    });
  return { bench, read };
}

describe('readFiles', () => {
  it('reads pictures and every page of a file in order, and closes it', async () => {
    const { read, bench } = createBench({ 'b.pdf': { pages: 2 } });
    const { pictures, failures } = await read([file('a.png'), file('b.pdf')]);
    expect(pictures.map(({ name }) => name)).toEqual(['a.png', 'b.pdf p1', 'b.pdf p2']);
    expect(failures).toEqual([]);
    expect(bench.log).toEqual(['a.png', 'page', 'page', 'b.pdf closed']);
    const part = { of: 'page', at: 2, count: 2 };
    expect(bench.progress.at(-1)).toEqual({ file: 2, fileCount: 2, part });
  });

  it('does not name copied pictures, but pages', async () => {
    const { pictures } = await createBench({ 'b.pdf': { pages: 1 } }).read(
      [file('image.png'), file('b.pdf')],
      false,
    );
    expect(pictures.map(({ name }) => name)).toEqual([null, 'b.pdf p1']);
  });

  it('shows names that turn the reading direction, break the line or show nothing as they are', async () => {
    const { read } = createBench({ 'b\n\u2066c.pdf': 'locked' });
    const { pictures, failures } = await read([
      file('a\u202egnp.exe.png'),
      file('\u200b.png'),
      file('b\n\u2066c.pdf'),
    ]);
    expect(pictures.map(({ name }) => name)).toEqual(['agnp.exe.png', 'picture.png']);
    expect(failures.map(({ name }) => name)).toEqual(['b c.pdf']);
  });

  it('calls a TIFF of one page by its name, because it is a picture to everybody', async () => {
    const { pictures } = await createBench({ 'fax.tif': { pages: 1, format: 'tiff' } }).read([
      file('fax.tif'),
    ]);
    expect(pictures.map(({ name }) => name)).toEqual(['fax.tif']);
  });

  it('names the moment of a film that is shown, and closes it', async () => {
    const { read, bench } = createBench({ 'a.mp4': 'video' });
    const { pictures } = await read([file('a.mp4')]);
    expect(pictures.map(({ name }) => name)).toEqual(['a.mp4 at 0']);
    expect(bench.log).toEqual(['a.mp4 closed']);
    expect(bench.progress.at(-1)).toMatchObject({ part: { of: 'frame' } });
  });

  it('goes on after a file that can not be opened and a page that can not be drawn', async () => {
    const { read, bench } = createBench({ 'locked.pdf': 'locked', 'b.pdf': { pages: 2 } });
    bench.problemOnPage = 1;
    const { pictures, failures } = await read([file('locked.pdf'), file('b.pdf')]);
    expect(pictures.map(({ name }) => name)).toEqual(['b.pdf p2']);
    expect(failures).toEqual([
      { name: 'locked.pdf', problem: { kind: 'lockedPdf' } },
      { name: 'b.pdf p1', problem: { kind: 'brokenPdf' } },
    ]);
  });

  it('stops when cancelled and still closes the file', async () => {
    const { read, bench } = createBench({ 'b.pdf': { pages: 100 } });
    const reading = read([file('b.pdf'), file('a.png')]);
    bench.isCancelled = true;
    expect((await reading).pictures).toEqual([]);
    expect(bench.log).toEqual(['b.pdf closed']);
  });
});

describe('placesOf', () => {
  const seen = (name: string | null, ...texts: string[]) => ({
    name,
    outcome: { codes: texts.map((text) => ({ text }) as CodeRead) } as unknown as PictureOutcome,
  });

  it('names the first picture that each code was seen in', () => {
    const places = placesOf([seen('p1', 'A'), seen('p2', 'A', 'B'), seen(null, 'C')]);
    expect([...places].toSorted()).toEqual(
      [
        [fingerprintOf('A'), 'p1'],
        [fingerprintOf('B'), 'p2'],
      ].toSorted(),
    );
  });

  it('has nothing to tell about a single picture', () => {
    expect(placesOf([seen('p1', 'A', 'B')]).size).toBe(0);
  });
});
