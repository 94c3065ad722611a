import type { MovingPicture } from './moving-picture.ts';

/** Neighbouring frames of a second that are looked at; phones film 30, and a hand hardly moves between two of these. */
const FRAMES_PER_SECOND = 15;

/** For a file to show its first picture, or another place of it: far above what a slow disk takes. */
const PATIENCE_MS = 15_000;

/** Behind the end of every file, which is then gone to: recordings of browsers do not say how long they are. Seconds. */
const BEHIND_THE_END = 1e9;

/** The frames of a video file; null where Chromium can not play it. Plays no sound, and shows nothing. */
export async function openVideo(file: Blob): Promise<MovingPicture | null> {
  const video = document.createElement('video');
  const url = URL.createObjectURL(file);
  const close = () => {
    video.removeAttribute('src');
    video.load();
    URL.revokeObjectURL(url);
  };
  video.muted = true;
  video.preload = 'auto';
  const isLoaded = await waitFor(video, 'loadeddata', () => {
    video.src = url;
  });
  const seconds = isLoaded && video.videoWidth > 0 ? await lengthOf(video) : null;
  if (seconds === null) {
    close();
    return null;
  }
  const secondsAt = (index: number) => Math.min((index + 0.5) / FRAMES_PER_SECOND, seconds);
  return {
    frameCount: Math.max(1, Math.floor(seconds * FRAMES_PER_SECOND)),
    isFilmed: true,
    secondsAt,
    frameAt: async (index) => ((await goTo(video, secondsAt(index))) ? takeFrame(video) : null),
    close,
  };
}

async function lengthOf(video: HTMLVideoElement): Promise<number | null> {
  if (Number.isFinite(video.duration)) return video.duration;
  if (!(await goTo(video, BEHIND_THE_END))) return null;
  const seconds = video.currentTime;
  // Such a recording has no index: from its end there is no way back, but from its beginning there is one forward.
  return (await waitFor(video, 'loadeddata', () => video.load())) ? seconds : null;
}

function goTo(video: HTMLVideoElement, seconds: number): Promise<boolean> {
  return waitFor(video, 'seeked', () => {
    video.currentTime = seconds;
  });
}

function takeFrame(video: HTMLVideoElement): VideoFrame | null {
  try {
    return new VideoFrame(video);
  } catch {
    // There is no picture at this moment.
    return null;
  }
}

/** Whether the event came, and no error before it. */
function waitFor(
  video: HTMLVideoElement,
  event: 'loadeddata' | 'seeked',
  start: () => void,
): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (hasCome: boolean) => {
      clearTimeout(timer);
      video.removeEventListener(event, onEvent);
      video.removeEventListener('error', onError);
      resolve(hasCome);
    };
    const onEvent = () => end(true);
    const onError = () => end(false);
    const timer = setTimeout(onError, PATIENCE_MS);
    video.addEventListener(event, onEvent);
    video.addEventListener('error', onError);
    start();
  });
}
