import { spawn } from 'node:child_process';
import type { VideoRoundTrip, VideoSettings } from '../../core/testkit/level.ts';

/** ffmpeg could not do its part; the message is one sentence, with ffmpeg's own words where it said something. */
export class FfmpegError extends Error {}

/** Six frames take a tenth of a second; this is for a machine under heavy load. */
const TIME_LIMIT_MS = 30_000;
const ENCODER = 'libx264';
const FRAMES_PER_SECOND = '15';
/** Colour with a full byte of everything, as in `Picture`. */
const RAW = ['-f', 'rawvideo', '-pix_fmt', 'rgba'] as const;

/** H.264 by the ffmpeg on the PATH; null where there is none, or it was built without the encoder. */
export async function findVideoRoundTrip(program = 'ffmpeg'): Promise<VideoRoundTrip | null> {
  const encoders = await run(program, ['-encoders'], null).catch(() => null);
  return encoders?.includes(ENCODER) === true ? throughH264(program) : null;
}

/** Pipes only, so that nothing is left on the disk, whatever happens. Rejects with {@link FfmpegError}. */
function throughH264(program: string): VideoRoundTrip {
  return async (frames, settings) => {
    const { width, height } = frames[0];
    const raw = Buffer.concat(
      frames.map(({ data }) => Buffer.from(data.buffer, data.byteOffset, data.length)),
    );
    const stream = await run(program, encoding(width, height, settings), raw);
    const decoded = await run(program, ['-f', 'h264', '-i', 'pipe:0', ...RAW, 'pipe:1'], stream);
    const frameBytes = settings.width * settings.height * 4;
    if (decoded.length !== frameBytes * frames.length)
      throw new FfmpegError('ffmpeg did not give back every frame.');
    const data = new Uint8ClampedArray(decoded.subarray(decoded.length - frameBytes));
    return { data, width: settings.width, height: settings.height };
  };
}

/** As calls encode: fast, at once, half the colour, and one key frame, from which the others are predicted. */
function encoding(width: number, height: number, settings: VideoSettings): readonly string[] {
  return [
    ...[...RAW, '-s', `${width}x${height}`, '-r', FRAMES_PER_SECOND, '-i', 'pipe:0'],
    ...['-vf', `scale=${settings.width}:${settings.height}:flags=bilinear`, '-pix_fmt', 'yuv420p'],
    ...['-c:v', ENCODER, '-preset', 'veryfast', '-tune', 'zerolatency', '-g', '300', '-threads', '1'],
    ...['-crf', String(settings.rateFactor), '-f', 'h264', 'pipe:1'],
  ];
}

/** Answers what the program wrote; rejects with {@link FfmpegError} when it is missing, fails or takes too long. */
function run(program: string, args: readonly string[], input: Buffer | null): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, ['-hide_banner', '-loglevel', 'error', ...args], {
      timeout: TIME_LIMIT_MS,
      killSignal: 'SIGKILL',
    });
    const out: Buffer[] = [];
    const complaints: Buffer[] = [];
    child.stdout.on('data', (part: Buffer) => out.push(part));
    child.stderr.on('data', (part: Buffer) => complaints.push(part));
    // A program that ends early closes its input; how it ended says why.
    child.stdin.on('error', () => undefined);
    child.on('error', () => reject(new FfmpegError(`"${program}" could not be started.`)));
    child.on('close', (code, signal) => {
      if (code === 0) return resolve(Buffer.concat(out));
      const said = Buffer.concat(complaints).toString().trim();
      const how = signal === null ? `ended with code ${code}` : `was ended by ${signal}`;
      reject(new FfmpegError(`ffmpeg ${how}. ${said}`.trim()));
    });
    child.stdin.end(input ?? undefined);
  });
}
