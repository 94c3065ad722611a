import type { Picture } from '../../core/scan/types.ts';

type Colour = readonly [red: number, green: number, blue: number];
/** A colour of the picture and how many pixels have it. */
type Shade = { readonly colour: Colour; readonly count: number };

const MAX_COLOURS = 256;

/** The picture in at most 256 colours: exactly where that is enough, else with the nearest by median cut. */
export function palettize({ data, width, height }: Picture): {
  readonly colours: readonly Colour[];
  /** One for each pixel, row by row. */
  readonly indexes: Uint8Array;
} {
  const keys = new Uint32Array(width * height);
  for (let i = 0, at = 0; i < keys.length; i++, at += 4) {
    keys[i] = keyOf([data[at] ?? 0, data[at + 1] ?? 0, data[at + 2] ?? 0]);
  }
  const counts = new Map<number, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  const boxes = cut([...counts].map(([key, count]) => ({ colour: colourOf(key), count })));
  const boxOf = new Map<number, number>();
  boxes.forEach((box, index) => {
    for (const { colour } of box) boxOf.set(keyOf(colour), index);
  });
  return { colours: boxes.map(mostUsed), indexes: Uint8Array.from(keys, (key) => boxOf.get(key) ?? 0) };
}

/** Cuts the box that costs most in two, again and again. */
function cut(shades: readonly Shade[]): readonly (readonly Shade[])[] {
  const boxes = [{ shades, cost: cost(shades) }];
  while (boxes.length < MAX_COLOURS) {
    const worst = boxes.reduce((a, b) => (b.cost > a.cost ? b : a));
    if (worst.cost === 0) break;
    const halves = halve(worst.shades).map((half) => ({ shades: half, cost: cost(half) }));
    boxes.splice(boxes.indexOf(worst), 1, ...halves);
  }
  return boxes.map((box) => box.shades);
}

/** Nothing for a single colour; else the widest range of a channel, weighed by how much of the picture it is. */
function cost(shades: readonly Shade[]): number {
  const pixels = shades.reduce((sum, { count }) => sum + count, 0);
  return Math.max(...CHANNELS.map((channel) => spread(shades, channel))) * Math.sqrt(pixels);
}

const CHANNELS = [0, 1, 2] as const;
type Channel = (typeof CHANNELS)[number];

function spread(shades: readonly Shade[], channel: Channel): number {
  let [low, high] = [255, 0];
  for (const { colour } of shades) {
    low = Math.min(low, colour[channel]);
    high = Math.max(high, colour[channel]);
  }
  return Math.max(0, high - low);
}

function halve(shades: readonly Shade[]): readonly (readonly Shade[])[] {
  const widest = CHANNELS.reduce((a, b) => (spread(shades, b) > spread(shades, a) ? b : a));
  const sorted = [...shades].sort((a, b) => a.colour[widest] - b.colour[widest]);
  const middle = ((sorted.at(0)?.colour[widest] ?? 0) + (sorted.at(-1)?.colour[widest] ?? 0)) / 2;
  const first = sorted.findIndex(({ colour }) => colour[widest] > middle);
  return [sorted.slice(0, first), sorted.slice(first)];
}

/** Flat areas keep their exact colour; the edges of letters may move by a shade. */
function mostUsed(box: readonly Shade[]): Colour {
  return box.reduce((a, b) => (b.count > a.count ? b : a)).colour;
}

function keyOf([red, green, blue]: Colour): number {
  return (red << 16) | (green << 8) | blue;
}

function colourOf(key: number): Colour {
  return [key >> 16, (key >> 8) & 255, key & 255];
}
