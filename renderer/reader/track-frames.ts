/** Chromium's own; the standard has it for workers only, so the library's types for windows lack it. */
declare const MediaStreamTrackProcessor: new (init: {
  readonly track: MediaStreamTrack;
  readonly maxBufferSize: number;
}) => { readonly readable: ReadableStream<VideoFrame> };

/** Where frames come from, the newest when asked. */
export interface FrameReader {
  read(): Promise<{ readonly done: boolean; readonly value?: VideoFrame | undefined }>;
}

/** The frames of a track, also while the page is covered. Only the newest is kept until it is read; nothing is copied. */
export function readFrames(track: MediaStreamTrack): FrameReader {
  const reader = new MediaStreamTrackProcessor({ track, maxBufferSize: 1 }).readable.getReader();
  // A track that ends before its first frame, as one that a desktop refuses does, leaves the reader waiting.
  const end = () => void reader.cancel();
  if (track.readyState === 'ended') end();
  else track.addEventListener('ended', end, { once: true });
  return reader;
}

/**
 * Hands the newest frame to `look` again and again, never two at a time and never sooner than `everyMs` after the last one
 * began. Ends when `look` answers true, or with the frames. Who looks closes the frame.
 */
export async function watchFrames(
  frames: FrameReader,
  everyMs: number,
  look: (frame: VideoFrame) => Promise<boolean>,
  clock: { readonly now: () => number; readonly wait: (ms: number) => Promise<void> },
): Promise<'done' | 'ended'> {
  for (;;) {
    const { done, value } = await frames.read();
    if (done || value === undefined) return 'ended';
    const beganAt = clock.now();
    if (await look(value)) return 'done';
    await clock.wait(Math.max(0, beganAt + everyMs - clock.now()));
  }
}

/** A window on the screen gives a picture several times a second; one that is minimised gives none. */
const SILENT_AFTER_MS = 3000;

/** Tells while a read waits for longer than a window that is seen would have it wait. */
export function noticingSilence(frames: FrameReader, onSilent: () => void): FrameReader {
  return {
    read: async () => {
      const timer = setTimeout(onSilent, SILENT_AFTER_MS);
      try {
        return await frames.read();
      } finally {
        clearTimeout(timer);
      }
    },
  };
}
