import { pageStillOf } from '../../../core/reset-page/page-still.ts';
import { type PageReading, readPage, type TextReader } from '../../../core/reset-page/read-page.ts';
import type { Picture, Scanner } from '../../../core/scan/types.ts';
import { createRandom, type Random } from '../../../core/testkit/random.ts';
import { desktopScreen } from '../../../core/testkit/scenes.ts';
import { sharePicture } from '../../../core/testkit/share.ts';
import { webcamPicture } from '../../../core/testkit/webcam.ts';
import { loadScanner } from '../load-scanner.ts';
import { decodePicture, encodePicture } from '../picture-files.ts';
import { startNodeTextReader } from './node-text-reader.ts';
import { type DrawnPage, KNOWN_ADDRESSES, labelPage, type PageFacts, resetPage } from './page-scenes.ts';

/** How a page is seen. The second webcam is at arm's length; the call is a stream of low resolution, compressed. */
export const SOURCES = ['screenshot', 'webcam, near', 'webcam', 'call'] as const;
type Source = (typeof SOURCES)[number];

export const FIELDS = ['serial', 'mailbox', 'address', 'date', 'model', 'generation', 'questions'] as const;
type Field = (typeof FIELDS)[number];

/** What came of one field of one page. `wrong` is shown to be compared; `sureAndWrong` must not happen. */
export interface FieldOutcome {
  readonly page: 'reset page' | 'label';
  readonly source: Source;
  readonly field: Field;
  readonly outcome: 'exact' | 'wrong' | 'sureAndWrong' | 'missing' | 'off';
}

export interface PageOrder {
  readonly seed: number;
  /** Reset pages and as many labels, each seen from every source. */
  readonly count: number;
}

const jpegRoundTrip = (picture: Picture, quality: number) =>
  decodePicture(encodePicture(picture, 'jpeg', quality));

/** Reads generated reset pages and labels, one after the other. */
export async function benchPages({ seed, count }: PageOrder): Promise<readonly FieldOutcome[]> {
  const scanner = await loadScanner();
  const reader = await startNodeTextReader();
  const outcomes: FieldOutcome[] = [];
  for (let index = 0; index < count; index += 1) {
    const random = createRandom(seed * 100_003 + index);
    for (const [page, drawn] of [
      ['reset page', resetPage(random)],
      ['label', labelPage(random)],
    ] as const)
      for (const source of SOURCES) {
        const read = await lookAt(await seenFrom(source, drawn, random), scanner, reader);
        outcomes.push(...judge(drawn.facts, read).map((one) => ({ page, source, ...one })));
      }
  }
  await reader.end();
  return outcomes;
}

async function seenFrom(source: Source, { scene }: DrawnPage, random: Random): Promise<Picture> {
  if (source === 'screenshot') return scene.picture;
  if (source === 'webcam, near') return webcamPicture(scene, 1, random, jpegRoundTrip);
  if (source === 'webcam') return webcamPicture(scene, 3, random, jpegRoundTrip);
  return sharePicture(scene, desktopScreen(random, 1920, 1080).picture, 4, random, jpegRoundTrip);
}

/** Null where the code was not read, or the letters beside it are too small to be read. */
async function lookAt(picture: Picture, scanner: Scanner, reader: TextReader): Promise<PageReading | null> {
  const [code] = (await scanner.scanStill(picture)).codes;
  const still = code === undefined ? null : pageStillOf(picture, code.corners);
  return still === null ? null : readPage(still, reader, KNOWN_ADDRESSES);
}

function judge(facts: PageFacts, read: PageReading | null): readonly Omit<FieldOutcome, 'page' | 'source'>[] {
  const texts = (['serial', 'mailbox', 'address', 'date', 'model'] as const).flatMap((field) => {
    const wanted = facts[field];
    if (wanted === null) return [];
    const got = read?.values[field];
    return [{ field, outcome: compare(wanted, got?.value ?? null, got?.isSure ?? false, read !== null) }];
  });
  if (facts.generation === null) return texts;
  const { generation, hasQuestions } = facts;
  return [
    ...texts,
    { field: 'generation', outcome: compare(generation, read?.generation ?? null, true, read !== null) },
    {
      field: 'questions',
      outcome: compare(
        hasQuestions,
        hasQuestions ? read?.hasQuestions || null : (read?.hasQuestions ?? null),
        true,
        read !== null,
      ),
    },
  ];
}

function compare<Value>(
  wanted: Value,
  got: Value | null,
  isSure: boolean,
  isRead: boolean,
): FieldOutcome['outcome'] {
  if (!isRead) return 'off';
  if (got === null) return 'missing';
  if (got === wanted) return 'exact';
  return isSure ? 'sureAndWrong' : 'wrong';
}

/** One line for each kind of page and source: exact / shown but wrong / missing, in %, and what must be 0. */
export function formatPageTable(outcomes: readonly FieldOutcome[]): string {
  const lines = (['reset page', 'label'] as const).flatMap((page) =>
    SOURCES.map((source) => {
      const own = outcomes.filter((one) => one.page === page && one.source === source);
      const cells = FIELDS.map((field) => cell(own.filter((one) => one.field === field)));
      const sure = own.filter(({ outcome }) => outcome === 'sureAndWrong').length;
      return `| ${[page, source, ...cells, sure].join(' | ')} |`;
    }),
  );
  const head = ['page', 'seen by', ...FIELDS, 'sure and wrong'];
  return [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...lines].join('\n');
}

function cell(outcomes: readonly FieldOutcome[]): string {
  if (outcomes.length === 0) return '-';
  const share = (...wanted: readonly FieldOutcome['outcome'][]) =>
    Math.round((100 * outcomes.filter(({ outcome }) => wanted.includes(outcome)).length) / outcomes.length);
  if (share('off') === 100) return 'off';
  return `${share('exact')} / ${share('wrong', 'sureAndWrong')} / ${share('missing', 'off')}`;
}
