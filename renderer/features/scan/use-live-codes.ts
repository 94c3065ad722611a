import { type RefObject, useEffect, useRef, useState } from 'react';
import { createLiveScan, type LiveFrame } from '../../reader/scan-client.ts';
import { type CameraAdvice, createAdviser } from './advice.ts';
import { type Found, toFound } from './found.ts';
import { createSeenCollector } from './seen-collector.ts';
import { zoomCrop } from './zoom.ts';

/** About 14 frames a second are looked at; more would only heat the computer. */
const FRAME_EVERY_MS = 70;

/** An outline stays this long after the last frame that showed it, so that it does not flicker. */
const OUTLINE_HELD_MS = 400;

export interface LiveView {
  /** The latest frame that showed a code. */
  readonly frame: LiveFrame | null;
  readonly advice: CameraAdvice;
}

/**
 * Reads the frames of a playing video, or the middle of them when zoomed; corners refer to that part. `onSeen` hears of the codes in
 * view, again and again while they stay.
 */
export function useLiveCodes(
  video: RefObject<HTMLVideoElement | null>,
  stream: MediaStream | null,
  zoom: number,
  onSeen: (found: readonly Found[]) => void,
): LiveView {
  const [frame, setFrame] = useState<LiveFrame | null>(null);
  const [advice, setAdvice] = useState<CameraAdvice>('hint');
  const latest = useRef(onSeen);
  latest.current = onSeen;
  const latestZoom = useRef(zoom);
  // Outlines of another zoom would lie in the wrong place.
  if (latestZoom.current !== zoom) {
    latestZoom.current = zoom;
    setFrame(null);
  }

  useEffect(() => {
    const element = video.current;
    if (element === null || stream === null) return;
    const collector = createSeenCollector();
    const showFrame = createHolder(setFrame, OUTLINE_HELD_MS, (shown) => shown === null);
    const adviser = createAdviser();
    const live = createLiveScan((read) => {
      const now = performance.now();
      if (isOfOtherZoom(read, element, latestZoom.current)) return;
      showFrame(read.outcome.codes.length + read.outcome.glimpses.length > 0 ? read : null, now);
      const isRead = read.outcome.codes.length > 0;
      setAdvice(adviser.hear({ isRead, reason: read.diagnosis?.reason ?? null }, now));
      const seen = collector.add(toFound(read.outcome.codes, read.crops), now);
      if (seen !== null) latest.current(seen);
    });
    const stopFrames = watchFrames(element, (now) => grab(element, now));
    let lastGrabAt = 0;

    function grab(source: HTMLVideoElement, now: number): void {
      if (now - lastGrabAt < FRAME_EVERY_MS || live.isBehind()) return;
      lastGrabAt = now;
      try {
        live.push(takeFrame(source, latestZoom.current));
      } catch {
        // The video has no picture at this moment; the next frame comes by itself.
      }
    }

    return () => {
      stopFrames();
      live.stop();
    };
  }, [video, stream]);

  return { frame, advice };
}

/** The part of the picture that the zoom shows; only that is read. */
function takeFrame(video: HTMLVideoElement, zoom: number): VideoFrame {
  if (zoom <= 1) return new VideoFrame(video);
  return new VideoFrame(video, { visibleRect: zoomCrop(video.videoWidth, video.videoHeight, zoom) });
}

function isOfOtherZoom({ width, height }: LiveFrame, video: HTMLVideoElement, zoom: number): boolean {
  const crop = zoomCrop(video.videoWidth, video.videoHeight, zoom);
  return width !== crop.width || height !== crop.height;
}

/** Passes values on, but holds the last one for a while against those that `mustWait` names. */
function createHolder<Value>(
  show: (value: Value) => void,
  heldMs: number,
  mustWait: (value: Value) => boolean,
): (value: Value, now: number) => void {
  let shown: Value | undefined;
  let shownAt = Number.NEGATIVE_INFINITY;
  return (value, now) => {
    if (value === shown || (mustWait(value) && now - shownAt < heldMs)) return;
    shown = value;
    shownAt = now;
    show(value);
  };
}

/** Calls back for every new picture of the video. */
function watchFrames(video: HTMLVideoElement, onFrame: (now: number) => void): () => void {
  let handle = 0;
  const next = (now: number) => {
    onFrame(now);
    handle = video.requestVideoFrameCallback(next);
  };
  handle = video.requestVideoFrameCallback(next);
  return () => video.cancelVideoFrameCallback(handle);
}
