import type { Picture } from '../scan/types.ts';
import { type Area, blankPicture, fillArea, paste } from './paint.ts';
import type { PlacedCode, Sheet } from './photo-scenes.ts';
import type { Random } from './random.ts';

/** The paper laid around a bottle: an upright cylinder, seen from a little above. */
export function bend({ picture, codes, pixelsPerModule }: Sheet, random: Random): Sheet {
  // How far round the bottle the outer edges lie, in radians from the middle.
  const reach = random.between(0.6, 1.15);
  const radius = picture.width / 2 / reach;
  const sag = radius * random.between(-0.25, 0.25);
  const width = Math.round(2 * radius * Math.sin(reach));
  const height = Math.round(picture.height + Math.abs(sag));
  const out = blankPicture(width, height, [96, 92, 90]);
  const fallOf = (angle: number) => sag * Math.cos(angle) + Math.max(0, -sag);
  for (let x = 0; x < width; x++) {
    const angle = Math.asin((x + 0.5 - width / 2) / radius);
    const from = Math.floor(picture.width / 2 + radius * angle);
    const shade = 0.45 + 0.55 * Math.cos(angle);
    for (let y = 0; y < height; y++) {
      const row = Math.floor(y - fallOf(angle));
      if (row < 0 || row >= picture.height || from < 0 || from >= picture.width) continue;
      for (let c = 0; c < 3; c++) {
        out.data[(y * width + x) * 4 + c] = shade * (picture.data[(row * picture.width + from) * 4 + c] ?? 0);
      }
    }
  }
  const moved = codes.map(({ text, area }): PlacedCode => {
    const angleAt = (x: number) => (x - picture.width / 2) / radius;
    const left = width / 2 + radius * Math.sin(angleAt(area.x));
    const right = width / 2 + radius * Math.sin(angleAt(area.x + area.width));
    const middle = angleAt(area.x + area.width / 2);
    return { text, area: { ...area, x: left, width: right - left, y: area.y + fallOf(middle) } };
  });
  return { picture: out, codes: moved, pixelsPerModule };
}

/** Stains, scratches and torn rims: at most what the error correction of the level repairs, save for the rims. */
export function damage(sheet: Sheet, random: Random): void {
  for (const { area } of sheet.codes) {
    const kind = random.integer(0, 3);
    if (kind === 0) stain(sheet.picture, area, random);
    else if (kind === 1) scratch(sheet.picture, area, random);
    else if (kind === 2) tearCorner(sheet.picture, area, random);
    else crossOut(sheet.picture, area, random);
  }
}

function stain(picture: Picture, area: Area, random: Random): void {
  const shade = random.pick([20, 235, 120] as const);
  const radius = area.width * random.between(0.1, 0.17);
  const x = area.x + area.width * random.between(0.35, 0.75);
  const y = area.y + area.height * random.between(0.35, 0.75);
  for (let row = -radius; row <= radius; row++) {
    const half = Math.sqrt(radius * radius - row * row);
    fillArea(picture, { x: x - half, y: y + row, width: 2 * half, height: 1 }, [shade, shade, shade]);
  }
}

function scratch(picture: Picture, area: Area, random: Random): void {
  for (let i = 0; i < 3; i++) {
    const thick = area.width * random.between(0.008, 0.03);
    const slope = random.between(-0.6, 0.6);
    const top = area.y + area.height * random.between(0.1, 0.9);
    for (let x = 0; x < area.width; x++) {
      const y = top + slope * (x - area.width / 2);
      fillArea(picture, { x: area.x + x, y, width: 1, height: thick }, [200, 198, 190]);
    }
  }
}

/** A corner with a part of its finder pattern, or the one without, is gone. */
function tearCorner(picture: Picture, area: Area, random: Random): void {
  const size = area.width * random.between(0.08, 0.2);
  const corner = random.integer(0, 3);
  const isRight = corner % 2 === 1;
  const isLower = corner >= 2;
  for (let row = 0; row < size; row++) {
    const width = size - row;
    const x = isRight ? area.x + area.width - width : area.x;
    const y = isLower ? area.y + area.height - 1 - row : area.y + row;
    fillArea(picture, { x, y, width, height: 1 }, [150, 140, 130]);
  }
}

/** A pen went over the code. */
function crossOut(picture: Picture, area: Area, random: Random): void {
  const thick = Math.max(2, area.width * 0.018);
  for (let i = 0; i < 4; i++) {
    const phase = random.between(0, 6);
    for (let x = 0; x < area.width; x++) {
      const y = area.y + area.height * (0.2 + 0.18 * i + 0.08 * Math.sin(phase + (9 * x) / area.width));
      fillArea(picture, { x: area.x + x, y, width: 1.5, height: thick }, [30, 40, 120]);
    }
  }
}

/** What designers do to codes: colours, dots instead of squares, no quiet zone, light on dark. */
export function disguise(sheet: Sheet, random: Random): Sheet {
  const { picture, codes, pixelsPerModule } = sheet;
  const kind = random.integer(0, 4);
  const frame = blankPicture(picture.width, picture.height);
  paste(frame, picture, 0, 0);
  const out: Sheet = { ...sheet, picture: frame };
  if (kind === 0) recolour(frame, [20, 60, 160], [250, 230, 120]);
  if (kind === 1) recolour(frame, [230, 230, 235], [30, 34, 40]);
  if (kind === 2) recolour(frame, [150, 60, 60], [235, 200, 190]);
  for (const { area } of codes) {
    if (kind === 3) drawDots(frame, area, pixelsPerModule);
    if (kind === 4) surround(frame, area, random);
  }
  return out;
}

type Rgb = readonly [number, number, number];

function recolour(picture: Picture, dark: Rgb, light: Rgb): void {
  for (let at = 0; at < picture.data.length; at += 4) {
    const share = (picture.data[at] ?? 0) / 255;
    for (const c of [0, 1, 2] as const) {
      picture.data[at + c] = (dark[c] ?? 0) + share * ((light[c] ?? 0) - (dark[c] ?? 0));
    }
  }
}

/** Dark modules become round. */
function drawDots(picture: Picture, area: Area, module: number): void {
  for (let y = 0; y < area.height; y++) {
    for (let x = 0; x < area.width; x++) {
      const off = Math.hypot((x % module) + 0.5 - module / 2, (y % module) + 0.5 - module / 2);
      const modules = [x, y].map((at) => Math.floor(at / module));
      const isFinder =
        Math.min(...modules) < 8 &&
        (Math.max(...modules) < 8 || Math.max(...modules) >= area.width / module - 8);
      if (off <= module * 0.46 || isFinder) continue;
      const at = ((area.y + y) * picture.width + area.x + x) * 4;
      picture.data[at] = 245;
      picture.data[at + 1] = 245;
      picture.data[at + 2] = 245;
    }
  }
}

/** A dark ground right up to the modules. */
function surround(picture: Picture, area: Area, random: Random): void {
  const reach = area.width * 0.4;
  const shade = random.integer(10, 90);
  const colour = [shade, shade, shade + 10] as const;
  fillArea(
    picture,
    { x: area.x - reach, y: area.y - reach, width: area.width + 2 * reach, height: reach },
    colour,
  );
  fillArea(
    picture,
    { x: area.x - reach, y: area.y + area.height, width: area.width + 2 * reach, height: reach },
    colour,
  );
  fillArea(picture, { x: area.x - reach, y: area.y, width: reach, height: area.height }, colour);
  fillArea(picture, { x: area.x + area.width, y: area.y, width: reach, height: area.height }, colour);
}

/** Surroundings that look like modules and finder patterns. */
export function confuse({ picture, codes, pixelsPerModule }: Sheet, random: Random): void {
  const kind = random.integer(0, 2);
  const isFree = (x: number, y: number) =>
    codes.every(
      ({ area }) =>
        x < area.x - 1.5 * pixelsPerModule ||
        y < area.y - 1.5 * pixelsPerModule ||
        x > area.x + area.width + 0.5 * pixelsPerModule ||
        y > area.y + area.height + 0.5 * pixelsPerModule,
    );
  const step = pixelsPerModule * (kind === 0 ? 1 : 2);
  for (let y = 0; y < picture.height; y += step) {
    for (let x = 0; x < picture.width; x += step) {
      if (!isFree(x, y) || !isFree(x + step, y + step)) continue;
      const isDark = kind === 1 ? (x / step + y / step) % 2 === 0 : random.next() < 0.5;
      if (isDark && kind !== 2) fillArea(picture, { x, y, width: step, height: step }, [20, 20, 20]);
    }
  }
  if (kind !== 2) return;
  const side = 9 * pixelsPerModule;
  for (let y = 0; y + side < picture.height; y += side) {
    for (let x = 0; x + side < picture.width; x += side) {
      if (![0, side].every((dx) => [0, side].every((dy) => isFree(x + dx, y + dy)))) continue;
      for (const [inset, shade] of [
        [0, 20],
        [1, 250],
        [2, 20],
      ] as const) {
        const from = inset * pixelsPerModule;
        const length = (7 - 2 * inset) * pixelsPerModule;
        fillArea(picture, { x: x + from, y: y + from, width: length, height: length }, [shade, shade, shade]);
      }
    }
  }
}
