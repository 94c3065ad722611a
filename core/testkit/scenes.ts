import { gridToPicture } from '../qr/redraw.ts';
import type { Picture, Point } from '../scan/types.ts';
import { encodeQr, type QrChoice } from './draw-qr.ts';
import { type Area, blankPicture, type Colour, fillArea, paste, scribbleText } from './paint.ts';
import type { Random } from './random.ts';

/** What stands on a screen or a label, pixel by pixel, and where the code in it is. */
export interface Scene {
  readonly picture: Picture;
  /** Every text that a perfect reader would find. */
  readonly texts: readonly string[];
  /** Middle of the code; middle of the picture where there is none. */
  readonly centre: Point;
  /** Side of one module in scene pixels; 1 where there is no code. */
  readonly pixelsPerModule: number;
}

export interface CodeToShow extends QrChoice {
  readonly text: string;
}

const DARK: Colour = [30, 34, 40];
const LIGHT: Colour = [240, 242, 245];

/**
 * A recorder's screen with its reset dialog: the code in whole pixels per module, as firmware draws it, beside text on a dark menu.
 * `pixelsPerModule` is a whole number.
 */
export function recorderScreen(random: Random, code: CodeToShow, pixelsPerModule: number): Scene {
  const drawn = gridToPicture(encodeQr(code.text, code), pixelsPerModule);
  const width = Math.max(1280, drawn.width + 560);
  const height = Math.max(720, drawn.height + 200);
  const picture = blankPicture(width, height, [
    random.integer(15, 60),
    random.integer(20, 60),
    random.integer(30, 80),
  ]);
  paintMenu(picture, random);
  const dialog: Area = {
    x: random.integer(20, 40),
    y: random.integer(20, 40),
    width: drawn.width + 480,
    height: drawn.height + 130,
  };
  fillArea(picture, dialog, [60, 64, 72]);
  fillArea(picture, { ...dialog, height: 32 }, DARK);
  const at = { x: dialog.x + random.integer(16, 40), y: dialog.y + random.integer(50, 80) };
  paste(picture, drawn, at.x, at.y);
  const words: Area = { x: at.x + drawn.width + 30, y: at.y, width: 380, height: drawn.height * 0.8 };
  scribbleText(picture, words, LIGHT, 14, random);
  const centre = { x: at.x + drawn.width / 2, y: at.y + drawn.height / 2 };
  return { picture, texts: [code.text], centre, pixelsPerModule };
}

function paintMenu(picture: Picture, random: Random): void {
  for (let i = 0; i < 8; i++) {
    const area = {
      x: random.integer(0, picture.width - 200),
      y: random.integer(0, picture.height - 120),
      width: random.integer(80, 200),
      height: random.integer(60, 120),
    };
    fillArea(picture, area, [random.integer(20, 120), random.integer(20, 120), random.integer(40, 140)]);
    scribbleText(
      picture,
      { ...area, x: area.x + 8, y: area.y + 8, width: area.width - 16 },
      LIGHT,
      10,
      random,
    );
  }
}

/** A desktop with overlapping windows, text, tables and icons; nothing in it is a code. */
export function desktopScreen(random: Random, width: number, height: number): Scene {
  const picture = blankPicture(width, height, [
    random.integer(0, 90),
    random.integer(40, 120),
    random.integer(80, 160),
  ]);
  for (let i = 0; i < 5; i++) paintWindow(picture, random);
  paintIcons(picture, random);
  return { picture, texts: [], centre: { x: width / 2, y: height / 2 }, pixelsPerModule: 1 };
}

function paintWindow(picture: Picture, random: Random): void {
  const area: Area = {
    x: random.integer(0, Math.round(picture.width * 0.6)),
    y: random.integer(0, Math.round(picture.height * 0.6)),
    width: random.integer(200, Math.round(picture.width * 0.5)),
    height: random.integer(150, Math.round(picture.height * 0.5)),
  };
  const isDark = random.next() < 0.3;
  fillArea(picture, area, isDark ? DARK : [250, 250, 250]);
  fillArea(picture, { ...area, height: 26 }, isDark ? [20, 22, 26] : [222, 226, 230]);
  const inside: Area = { x: area.x + 12, y: area.y + 38, width: area.width - 24, height: area.height - 50 };
  const kind = random.integer(0, 3);
  if (kind === 0) paintTable(picture, inside, random);
  else if (kind === 1) paintCheckers(picture, inside, random);
  else scribbleText(picture, inside, isDark ? LIGHT : DARK, random.integer(8, 16), random);
}

function paintTable(picture: Picture, area: Area, random: Random): void {
  for (let y = area.y; y < area.y + area.height - 20; y += 22) {
    fillArea(picture, { x: area.x, y: y + 20, width: area.width, height: 1 }, [200, 200, 200]);
    scribbleText(picture, { x: area.x + 4, y: y + 4, width: area.width - 8, height: 12 }, DARK, 10, random);
  }
}

/** Random squares: dense in both directions and without finder patterns, the hardest thing to refuse. */
function paintCheckers(picture: Picture, area: Area, random: Random): void {
  const step = random.integer(2, 6);
  for (let y = area.y; y < area.y + area.height; y += step) {
    for (let x = area.x; x < area.x + area.width; x += step) {
      if (random.next() < 0.5) fillArea(picture, { x, y, width: step, height: step }, DARK);
    }
  }
}

function paintIcons(picture: Picture, random: Random): void {
  for (let i = 0; i < 12; i++) {
    const x = 16 + 72 * Math.floor(i / 6);
    const y = 16 + 84 * (i % 6);
    fillArea(picture, { x, y, width: 44, height: 44 }, [random.integer(0, 255), random.integer(0, 255), 120]);
    // Nested squares, like a finder pattern that stands alone.
    fillArea(picture, { x: x + 7, y: y + 7, width: 30, height: 30 }, LIGHT);
    fillArea(picture, { x: x + 13, y: y + 13, width: 18, height: 18 }, DARK);
    scribbleText(picture, { x, y: y + 48, width: 50, height: 10 }, LIGHT, 8, random);
  }
}

/** A device label: a small code between printed lines and a linear barcode. */
export function labelScene(random: Random, code: CodeToShow, pixelsPerModule: number): Scene {
  const drawn = gridToPicture(encodeQr(code.text, code), pixelsPerModule);
  const width = drawn.width + 460;
  const height = Math.max(drawn.height + 120, 300);
  const picture = blankPicture(width, height, [246, 246, 242]);
  const at = { x: 30, y: 40 };
  paste(picture, drawn, at.x, at.y);
  scribbleText(picture, { x: at.x + drawn.width + 30, y: 40, width: 360, height: 120 }, DARK, 16, random);
  for (let x = at.x + drawn.width + 30; x < width - 40; ) {
    const bar = random.integer(1, 4);
    fillArea(picture, { x, y: 190, width: bar, height: 60 }, DARK);
    x += bar + random.integer(1, 4);
  }
  const centre = { x: at.x + drawn.width / 2, y: at.y + drawn.height / 2 };
  return { picture, texts: [code.text], centre, pixelsPerModule };
}
