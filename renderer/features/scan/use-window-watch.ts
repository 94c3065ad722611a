import { useEffect, useRef, useState } from 'react';
import type { WatchableWindow } from '../../../core/contract/shell-records.ts';
import { client } from '../../api/client.ts';
import { scanPicture } from '../../reader/scan-client.ts';
import { noticingSilence, readFrames, watchFrames } from '../../reader/track-frames.ts';
import { type Found, toFound } from './found.ts';

/** A customer moves slowly through a device's menus; more often would only heat the computer. */
const LOOK_EVERY_MS = 500;

const CLOCK = {
  now: () => performance.now(),
  wait: (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms)),
};

export interface WindowWatch {
  readonly phase: 'starting' | 'silent' | 'looking' | 'glimpsed' | 'otherCode' | 'ended' | 'failed';
  readonly stream: MediaStream | null;
}

/** A window from the list, or with null what the desktop has its user choose. */
export type WatchedId = WatchableWindow['id'] | null;

/** Looks at a window until it shows a reset code, is closed, or the component goes. `onFound`: was it taken? */
export function useWindowWatch(
  id: WatchedId,
  onFound: (found: readonly Found[]) => Promise<boolean>,
): WindowWatch {
  const [watch, setWatch] = useState<WindowWatch>({ phase: 'starting', stream: null });
  const latest = useRef(onFound);
  latest.current = onFound;

  useEffect(() => {
    let isStopped = false;
    let hasFrame = false;
    let stop: () => void = () => undefined;
    const show = (change: Partial<WindowWatch>) => {
      if (!isStopped) setWatch((before) => ({ ...before, ...change }));
    };
    const look = async (frame: VideoFrame): Promise<boolean> => {
      hasFrame = true;
      const { codes, glimpses } = await scanPicture(frame);
      if (isStopped) return true;
      const found = toFound(codes);
      const reset = found.filter(({ reading }) => reading.kind === 'dahuaReset');
      if (reset.length > 0) return latest.current(reset);
      if (found.length > 0) show({ phase: 'otherCode' });
      else show({ phase: glimpses.length > 0 ? 'glimpsed' : 'looking' });
      return false;
    };
    const run = async () => {
      const stream = await openWindow(id);
      stop = () => {
        for (const track of stream.getTracks()) track.stop();
      };
      const [track] = stream.getVideoTracks();
      if (isStopped || track === undefined) return stop();
      // Of a desktop the stream is there before its user has answered.
      show({ phase: id === null ? 'starting' : 'looking', stream });
      const frames = readFrames(track);
      // A desktop's own stream has a picture only when something has changed.
      const heard = id === null ? frames : noticingSilence(frames, () => show({ phase: 'silent' }));
      const end = await watchFrames(heard, LOOK_EVERY_MS, look, CLOCK);
      stop();
      // A desktop that refuses gives a stream that ends at once.
      if (end === 'ended') show({ phase: id === null && !hasFrame ? 'failed' : 'ended', stream: null });
    };
    run().catch(() => {
      // Also when what was found could not be taken in: nothing looks at the window any more.
      stop();
      show({ phase: 'failed', stream: null });
    });
    return () => {
      isStopped = true;
      stop();
    };
  }, [id]);

  return watch;
}

async function openWindow(id: WatchedId): Promise<MediaStream> {
  await client.call('capture.allowWindow', { id });
  return navigator.mediaDevices.getDisplayMedia({ audio: false, video: { frameRate: { ideal: 4, max: 5 } } });
}
