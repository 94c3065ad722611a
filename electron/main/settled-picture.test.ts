import { describe, expect, it } from 'vitest';
import { takeSettled } from './settled-picture.ts';

/** Pictures that are each begun `everyMs` after the one before; the last one is repeated. */
async function take(pictures: readonly string[], everyMs: number, settleMs: number) {
  let taken = 0;
  const picture = await takeSettled(
    {
      take: async () => pictures[Math.min(taken++, pictures.length - 1)],
      isSame: (one, other) => one === other,
      now: () => taken * everyMs,
    },
    settleMs,
  );
  return { picture, taken };
}

describe('takeSettled', () => {
  it('answers as soon as two pictures in a row are the same', async () => {
    expect(await take(['still', 'still', 'later'], 10, 100)).toEqual({ picture: 'still', taken: 2 });
  });

  it('waits until a fading window is gone', async () => {
    expect(await take(['full', 'half', 'gone', 'gone'], 10, 100)).toEqual({ picture: 'gone', taken: 4 });
  });

  it('does not wait for what never stands still, and answers a picture from after the time', async () => {
    const moving = Array.from({ length: 20 }, (_, index) => `frame ${index}`);
    expect(await take(moving, 10, 30)).toEqual({ picture: 'frame 3', taken: 4 });
  });

  it('takes one picture where nothing changes', async () => {
    expect(await take(['still'], 10, 0)).toEqual({ picture: 'still', taken: 1 });
  });
});
