import { gridToPicture } from '../qr/redraw.ts';
import type { EcLevel, ModuleGrid, Picture, Point } from '../scan/types.ts';
import { encodeQr } from './draw-qr.ts';
import { type Area, blankPicture, type Colour, fillArea, paste, scribbleText } from './paint.ts';
import type { Random } from './random.ts';

/** A flat thing with codes on it: a sheet, a label, a box. */
export interface Sheet {
  readonly picture: Picture;
  readonly codes: readonly PlacedCode[];
  /** Side of one module in sheet pixels. */
  readonly pixelsPerModule: number;
}

/** A code on a sheet, without its quiet zone. */
export interface PlacedCode {
  readonly text: string;
  readonly area: Area;
}

export interface SheetOrder {
  readonly columns: number;
  readonly rows: number;
  readonly pixelsPerModule: number;
  /** Smallest version that is drawn; 1 takes what the text needs. */
  readonly version: number;
  readonly ecLevels: readonly [EcLevel, ...EcLevel[]];
  /** Light modules around each code. */
  readonly quietModules: number;
  /** Modules of free paper between two codes, beside the quiet zones. */
  readonly gapModules: number;
  readonly textOf: (random: Random) => string;
}

const INK: Colour = [24, 24, 28];

/** Codes in rows and columns on paper, with printed lines below them. */
export function drawSheet(order: SheetOrder, random: Random): Sheet {
  const { columns, rows, pixelsPerModule, quietModules, gapModules } = order;
  const grids = Array.from({ length: columns * rows }, () => {
    const text = order.textOf(random);
    const ecLevel = random.pick(order.ecLevels);
    const smallest = encodeQr(text, { ecLevel });
    const isLarger = order.version > smallest.version;
    return { text, grid: isLarger ? encodeQr(text, { ecLevel, version: order.version }) : smallest };
  });
  const widest = Math.max(...grids.map(({ grid }) => grid.size));
  const pitch = (widest + 2 * quietModules + gapModules) * pixelsPerModule;
  const margin = 6 * pixelsPerModule;
  const picture = blankPicture(
    columns * pitch + 2 * margin,
    rows * pitch + 2 * margin + 60,
    paperColour(random),
  );
  const codes = grids.map(({ text, grid }, index): PlacedCode => {
    const x = margin + (index % columns) * pitch + quietModules * pixelsPerModule;
    const y = margin + Math.floor(index / columns) * pitch + quietModules * pixelsPerModule;
    pasteGrid(picture, grid, { x, y }, pixelsPerModule);
    const side = grid.size * pixelsPerModule;
    return { text, area: { x, y, width: side, height: side } };
  });
  const words = { x: margin, y: rows * pitch + margin + 8, width: columns * pitch, height: 44 };
  scribbleText(picture, words, INK, 12, random);
  return { picture, codes, pixelsPerModule };
}

/** Draws the modules alone; what lies around them stays. */
export function pasteGrid(target: Picture, grid: ModuleGrid, at: Point, pixelsPerModule: number): void {
  const drawn = gridToPicture(grid, pixelsPerModule);
  const quiet = 4 * pixelsPerModule;
  const side = grid.size * pixelsPerModule;
  const inner = blankPicture(side, side);
  for (let row = 0; row < side; row++) {
    const from = ((row + quiet) * drawn.width + quiet) * 4;
    inner.data.set(drawn.data.subarray(from, from + side * 4), row * side * 4);
  }
  paste(target, inner, Math.round(at.x), Math.round(at.y));
}

function paperColour(random: Random): Colour {
  const shade = random.integer(225, 255);
  return [shade, shade, shade - random.integer(0, 12)];
}

/** What stands in everyday codes: links, numbers, names. */
export function shortText(random: Random): string {
  const id = Array.from({ length: random.integer(4, 22) }, () =>
    random.pick(['a', 'b', 'c', 'd', 'e', 'K', 'L', 'M', '2', '3', '5', '7', '9']),
  ).join('');
  return random.pick([`https://example.org/${id}`, `ITEM ${id}`, `SN:${id}`, id]);
}

/** A table top with things on it: what lies around a sheet. */
export function clutter(width: number, height: number, random: Random): Picture {
  const base = random.integer(40, 190);
  const picture = blankPicture(width, height, [base, base - 8, base - 20]);
  for (let i = 0; i < 14; i++) {
    const shade = random.integer(10, 245);
    const area = {
      x: random.integer(-50, width),
      y: random.integer(-50, height),
      width: random.integer(20, 400),
      height: random.integer(20, 300),
    };
    fillArea(picture, area, [shade, random.integer(10, 245), shade]);
    if (i % 2 === 0) scribbleText(picture, area, shade > 128 ? INK : [235, 235, 230], 12, random);
  }
  return picture;
}
