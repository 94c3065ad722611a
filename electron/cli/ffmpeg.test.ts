import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { blankPicture, fillArea } from '../../core/testkit/paint.ts';
import { FfmpegError, findVideoRoundTrip } from './ffmpeg.ts';

const SETTINGS = { width: 64, height: 36, rateFactor: 20 };
const real = await findVideoRoundTrip();
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resetdesk-ffmpeg-'));
});

afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** A program in ffmpeg's place: lists the encoder, and else does as the script says. */
async function pretend(name: string, script: string): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, `#!/bin/sh\ncase "$*" in *-encoders*) echo libx264; exit 0;; esac\n${script}\n`);
  await chmod(file, 0o755);
  return file;
}

describe('findVideoRoundTrip', () => {
  it('answers null where there is no ffmpeg', async () => {
    expect(await findVideoRoundTrip(join(folder, 'absent'))).toBeNull();
  });

  it('answers null where ffmpeg lacks the encoder', async () => {
    const file = join(folder, 'poor');
    await writeFile(file, '#!/bin/sh\necho mpeg4\n');
    await chmod(file, 0o755);
    expect(await findVideoRoundTrip(file)).toBeNull();
  });

  it.each([
    ['fails', 'echo "No space" >&2; exit 3', 'ffmpeg ended with code 3. No space'],
    ['is ended', 'kill -9 $$', 'ffmpeg was ended by SIGKILL.'],
    ['gives back nothing', 'cat >/dev/null', 'ffmpeg did not give back every frame.'],
  ])('makes a round trip that rejects with a sentence when ffmpeg %s', async (name, script, sentence) => {
    const video = await findVideoRoundTrip(await pretend(name.replaceAll(' ', '-'), script));
    const sent = video?.([blankPicture(64, 36)], SETTINGS);
    await expect(sent).rejects.toThrow(sentence);
    await expect(sent).rejects.toBeInstanceOf(FfmpegError);
  });

  it.skipIf(real === null)('gives back the last frame in the size of the stream', async () => {
    const dark = blankPicture(128, 72, [0, 0, 0]);
    const bright = blankPicture(128, 72, [0, 0, 0]);
    fillArea(bright, { x: 0, y: 0, width: 64, height: 72 }, [255, 255, 255]);
    const seen = await real?.([dark, dark, bright], SETTINGS);
    expect(seen).toMatchObject({ width: 64, height: 36 });
    const grayAt = (x: number, y: number) => seen?.data[(y * 64 + x) * 4];
    expect(grayAt(10, 18)).toBeGreaterThan(200);
    expect(grayAt(54, 18)).toBeLessThan(55);
  });

  it.skipIf(real === null)('rejects with what ffmpeg says of an impossible size', async () => {
    const sent = real?.([blankPicture(64, 36)], { ...SETTINGS, width: 63 });
    await expect(sent).rejects.toThrow(/^ffmpeg ended with code \d+\. .*divisible by 2/s);
  });
});
