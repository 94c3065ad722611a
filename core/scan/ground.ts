import type { Picture } from './types.ts';

/** What is drawn is light above this: white modules on nothing. A code whose dark modules are drawn as well is half as light. Brightness. */
const LIGHT_INK = 200;

/**
 * Fills what can be seen through in a picture, so that what is drawn stands out: white as paper, or black where all that is drawn
 * is light. In place; an opaque picture stays as it is.
 */
export function fillSeeThrough({ data }: Picture): void {
  let [weight, light] = [0, 0];
  let isSeeThrough = false;
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] ?? 255;
    if (alpha < 255) isSeeThrough = true;
    weight += alpha;
    light += (alpha * ((data[at] ?? 0) + (data[at + 1] ?? 0) + (data[at + 2] ?? 0))) / 3;
  }
  if (!isSeeThrough) return;
  const ground = light > LIGHT_INK * weight ? 0 : 255;
  for (let at = 0; at < data.length; at += 4) {
    const share = (data[at + 3] ?? 255) / 255;
    if (share === 1) continue;
    for (let colour = at; colour < at + 3; colour++)
      data[colour] = (data[colour] ?? 0) * share + ground * (1 - share);
    data[at + 3] = 255;
  }
}
