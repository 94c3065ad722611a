/** Takes a picture; `isSame` tells whether two show the same. */
export interface PictureTaker<Picture> {
  readonly take: () => Promise<Picture>;
  readonly isSame: (one: Picture, other: Picture) => boolean;
  /** Milliseconds on a clock that only goes forward. */
  readonly now: () => number;
}

/**
 * A picture of something that is changing for `settleMs` at most: the second of two in a row that are the same, or the first one that
 * was begun after that time.
 */
export async function takeSettled<Picture>(taker: PictureTaker<Picture>, settleMs: number): Promise<Picture> {
  const settledAt = taker.now() + settleMs;
  let begunAt = taker.now();
  let picture = await taker.take();
  while (begunAt < settledAt) {
    begunAt = taker.now();
    const next = await taker.take();
    if (taker.isSame(picture, next)) return next;
    picture = next;
  }
  return picture;
}
