/** A file with many pictures of one scene. Take one frame at a time, and close it. */
export interface MovingPicture {
  readonly frameCount: number;
  /** Whether neighbours show the same at other moments, so that several are worth reading as one. */
  readonly isFilmed: boolean;
  /** Seconds from the beginning; null where frames have no time worth telling. */
  readonly secondsAt: (index: number) => number | null;
  /** @param index from 0. Null when this frame can not be had. Whoever takes a frame closes it. */
  readonly frameAt: (index: number) => Promise<VideoFrame | null>;
  readonly close: () => void;
}
