import { describe, expect, it } from 'vitest';
import { fingerprintOf } from '../../../core/qr/fingerprint.ts';
import type { CodeRead } from '../../../core/scan/types.ts';
import type { PdfFile, PdfProblem } from '../../lib/pdf-client.ts';
import type { PictureOutcome, ScanPicture } from '../../lib/scan-client.ts';
import { type FileProgress, isPdf, placesOf, readFiles } from './read-files.ts';

const pdf = (name: string) => new File([], name, { type: 'application/pdf' });
const picture = (name: string) => new File([], name, { type: 'image/png' });

function createBench(files: Record<string, number | PdfProblem>) {
  const log: string[] = [];
  const progress: FileProgress[] = [];
  const bench = {
    log,
    progress,
    isCancelled: false,
    problemOnPage: null as number | null,
    read: (given: readonly File[], isNamed = true) =>
      readFiles(given, isNamed, {
        readPicture: async (read: ScanPicture) => {
          log.push(read instanceof File ? read.name : 'page');
          return {} as PictureOutcome;
        },
        openPdf: async (file): Promise<PdfFile | PdfProblem> => {
          const pages = files[file.name] ?? 'broken';
          if (typeof pages === 'string') return pages;
          return {
            pageCount: pages,
            drawPage: async (page) =>
              page === bench.problemOnPage ? 'broken' : ({} as unknown as ImageBitmap),
            close: () => log.push('closed'),
          };
        },
        namePage: (name, page) => `${name} p${page}`,
        onProgress: (step) => progress.push(step),
        isCancelled: () => bench.isCancelled,
      }),
  };
  return bench;
}

describe('readFiles', () => {
  it('reads pictures and every page of a PDF in order, and closes it', async () => {
    const { read, log, progress } = createBench({ 'b.pdf': 2 });
    const { pictures, failures } = await read([picture('a.png'), pdf('b.pdf')]);
    expect(pictures.map(({ name }) => name)).toEqual(['a.png', 'b.pdf p1', 'b.pdf p2']);
    expect(failures).toEqual([]);
    expect(log).toEqual(['a.png', 'page', 'page', 'closed']);
    expect(progress.at(-1)).toEqual({ file: 2, fileCount: 2, page: 2, pageCount: 2 });
  });

  it('does not name copied pictures, but pages', async () => {
    const { pictures } = await createBench({ 'b.pdf': 1 }).read([picture('image.png'), pdf('b.pdf')], false);
    expect(pictures.map(({ name }) => name)).toEqual([null, 'b.pdf p1']);
  });

  it('shows names that turn the reading direction, break the line or show nothing as they are', async () => {
    const hostile = [picture('a\u202egnp.exe.png'), picture('\u200b.png'), pdf('b\n\u2066c.pdf')];
    const { pictures, failures } = await createBench({}).read(hostile);
    expect(pictures.map(({ name }) => name)).toEqual(['agnp.exe.png', 'picture.png']);
    expect(failures.map(({ name }) => name)).toEqual(['b c.pdf']);
  });

  it('goes on after a PDF that can not be opened and a page that can not be drawn', async () => {
    const bench = createBench({ 'locked.pdf': 'locked', 'b.pdf': 2 });
    bench.problemOnPage = 1;
    const { pictures, failures } = await bench.read([pdf('locked.pdf'), pdf('b.pdf')]);
    expect(pictures.map(({ name }) => name)).toEqual(['b.pdf p2']);
    expect(failures).toEqual([
      { name: 'locked.pdf', problem: 'locked' },
      { name: 'b.pdf p1', problem: 'broken' },
    ]);
  });

  it('stops when cancelled and still closes the PDF', async () => {
    const bench = createBench({ 'b.pdf': 100 });
    const reading = bench.read([pdf('b.pdf'), picture('a.png')]);
    bench.isCancelled = true;
    expect((await reading).pictures).toEqual([]);
    expect(bench.log).toEqual(['closed']);
  });
});

describe('isPdf', () => {
  it('goes by type or by name, because some systems give no type', () => {
    expect([pdf('x'), new File([], 'Letter.PDF'), picture('pdf.png')].map(isPdf)).toEqual([
      true,
      true,
      false,
    ]);
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
