/**
 * `npm run bench:scan [-- --dir FOLDER] [--photos N] [--grids N] [--doubtful N] [--reasons N] [--seed N] [--count N] [--blank N]`: compares decoders on generated pictures, on
 * those of a folder or on photos of everyday codes, and prints one table; or counts the texts that the decoder makes up; or reads
 * what stands beside the codes (`--pages N`); or asks why spoilt pictures were not read (`--reasons N`). Exit code 2 when the command was not understood, 1 when ffmpeg failed
 * or a text was made up.
 */
import { parseArgs } from 'node:util';
import { type BenchCase, folderCases, generatedCases } from './bench-cases.ts';
import { type BenchDecoder, createDecoders, createPhotoDecoders } from './bench-decoders.ts';
import { scoreDoubtful } from './bench-doubtful.ts';
import { countMadeUp } from './bench-grids.ts';
import { formatPhotoTable, scorePhotos } from './bench-photos.ts';
import { formatReasonTable, scoreReasons } from './bench-reasons.ts';
import { type Attempt, formatTable } from './bench-table.ts';
import { FfmpegError, findVideoRoundTrip } from './ffmpeg.ts';
import { loadScanner } from './load-scanner.ts';
import { benchPages, formatPageTable } from './pages/bench-pages.ts';
import { MissingPathError } from './picture-files.ts';

const USAGE = `Compares QR decoders and prints one table.

  npm run bench:scan [-- --dir FOLDER] [--photos N] [--grids N] [--doubtful N] [--pages N] [--reasons N] [--seed N] [--count N] [--blank N]

--photos so many generated photos of everyday codes of each kind (damaged, curved, in glare, many at once) instead
--grids  gives the decoder so many grids of random modules instead, and says how many it took for a code
--doubtful shows so many small pictures with a code that is nearly lost, and as many without, and counts wrong texts
--reasons asks for the reason of so many pictures of each known fault instead
--pages  reads what stands beside the code, on so many generated reset pages and labels instead
--dir    pictures of this folder, with NAME.txt beside NAME.png or a manifest.json, instead of generated ones
--seed   other generated pictures (default 1)
--count  generated pictures for each level and kind (default 5)
--blank  generated pictures without a code (default 30)

Pictures of video calls need ffmpeg with libx264 on the PATH.`;

class UsageError extends Error {}

process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<number> {
  try {
    const { dir, photos, grids, pages, reasons, doubtful, ...order } = parseArguments(argv);
    if (grids > 0) {
      const madeUp = countMadeUp(order.seed, grids);
      console.log(`${grids} grids of random modules, ${madeUp} taken for a code`);
      return madeUp === 0 ? 0 : 1;
    }
    if (doubtful > 0) {
      const { read, wrong } = await scoreDoubtful(await loadScanner(), order.seed, doubtful);
      console.log(`${doubtful} with a code, ${read} read; ${doubtful} without; ${wrong} wrong texts`);
      return wrong === 0 ? 0 : 1;
    }
    if (reasons > 0) {
      console.log(formatReasonTable(scoreReasons(order.seed, reasons)));
      return 0;
    }
    if (pages > 0) {
      console.log(formatPageTable(await benchPages({ seed: order.seed, count: pages })));
      return 0;
    }
    if (photos > 0) {
      console.log(formatPhotoTable(await scorePhotos(await createPhotoDecoders(), order.seed, photos)));
      return 0;
    }
    const cases =
      dir === undefined ? generatedCases({ ...order, video: await findVideoRoundTrip() }) : folderCases(dir);
    const attempts = await runAll(await createDecoders(), cases);
    if (attempts.length === 0) throw new UsageError('There is no picture in this folder.');
    console.log(formatTable(attempts));
    return 0;
  } catch (error) {
    if (error instanceof FfmpegError) {
      console.error(error.message);
      return 1;
    }
    if (!(error instanceof UsageError || error instanceof MissingPathError)) throw error;
    console.error(`${error.message}\n\n${USAGE}`);
    return 2;
  }
}

function parseArguments(argv: readonly string[]) {
  const { dir, photos, grids, pages, reasons, doubtful, seed, count, blank } = parseOptions(argv);
  return {
    dir,
    photos: toNumber('--photos', photos, 0),
    grids: toNumber('--grids', grids, 0),
    pages: toNumber('--pages', pages, 0),
    doubtful: toNumber('--doubtful', doubtful, 0),
    reasons: toNumber('--reasons', reasons, 0),
    seed: toNumber('--seed', seed, 0),
    count: toNumber('--count', count, 1),
    blank: toNumber('--blank', blank, 0),
  };
}

function parseOptions(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        dir: { type: 'string' },
        photos: { type: 'string', default: '0' },
        grids: { type: 'string', default: '0' },
        seed: { type: 'string', default: '1' },
        count: { type: 'string', default: '5' },
        blank: { type: 'string', default: '30' },
        pages: { type: 'string', default: '0' },
        doubtful: { type: 'string', default: '0' },
        reasons: { type: 'string', default: '0' },
      },
    }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : 'The options are unclear.');
  }
}

function toNumber(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < least)
    throw new UsageError(`${name} must be a whole number from ${least} up, not "${text}".`);
  return value;
}

async function runAll(
  decoders: readonly BenchDecoder[],
  cases: AsyncIterable<BenchCase>,
): Promise<readonly Attempt[]> {
  const attempts: Attempt[] = [];
  let done = 0;
  for await (const one of cases) {
    for (const decoder of decoders) {
      if (decoder.needsBurst === true && one.frames.length < 2) continue;
      attempts.push(await attempt(decoder, one));
    }
    done++;
    if (process.stderr.isTTY) process.stderr.write(`\r${done} pictures`);
  }
  if (process.stderr.isTTY) process.stderr.write('\r\x1b[K');
  return attempts;
}

async function attempt(decoder: BenchDecoder, { kind, level, texts, frames }: BenchCase): Promise<Attempt> {
  const startedAt = performance.now();
  const found = await decoder.read(frames);
  const ms = performance.now() - startedAt;
  return {
    decoder: decoder.name,
    kind,
    level,
    isRead: texts.every((text) => found.includes(text)),
    wrongTexts: found.filter((text) => !texts.includes(text)).length,
    ms,
  };
}
