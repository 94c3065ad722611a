import { gridToPicture } from '../qr/redraw.ts';
import type { EcLevel, Picture } from '../scan/types.ts';
import { encodeQr } from './draw-qr.ts';
import { blur } from './lens.ts';
import { type Area, blankPicture, type Colour, fillArea, paste, scribbleText } from './paint.ts';
import { resetPayload } from './payloads.ts';
import type { Random } from './random.ts';
import { rescale } from './rescale.ts';

/** What can be wrong with a grabbed screen: a remote window that shows the recorder too small or in a blurred stream, or no code at all. */
export type ScreenSpoiling = 'tooSmall' | 'blurred' | 'nothingThere';

export interface SpoiledScreen {
  readonly picture: Picture;
  /** Null where there is no code. */
  readonly pixelsPerModule: number | null;
}

const SIZE = { width: 1280, height: 720 };

/** An agent's own screen, dark or light, with a remote window that gives the code in it too few pixels, or softens it, or shows none. */
export function spoiledScreen(spoiling: ScreenSpoiling, isDark: boolean, random: Random): SpoiledScreen {
  const ground = random.integer(isDark ? 8 : 225, isDark ? 40 : 252);
  const picture = blankPicture(SIZE.width, SIZE.height, [ground, ground, ground + (isDark ? 6 : 0)]);
  const ink: Colour = isDark ? [120, 126, 134] : [40, 44, 50];
  for (let i = 0; i < 3; i++) scribbleText(picture, someArea(random), ink, random.integer(9, 14), random);
  if (spoiling === 'nothingThere') return { picture, pixelsPerModule: null };
  const ecLevel: EcLevel = random.pick(['L', 'M', 'Q', 'H']);
  const drawn = gridToPicture(encodeQr(resetPayload(random), { ecLevel }), 4);
  const pixelsPerModule = spoiling === 'tooSmall' ? random.between(0.55, 0.95) : random.between(3, 4);
  const side = Math.round((drawn.width / 4) * pixelsPerModule);
  const scaled = rescale(drawn, side, side);
  const sigma = pixelsPerModule * random.between(1.1, 1.6);
  const shown = spoiling === 'blurred' ? blur(scaled, sigma, sigma) : scaled;
  const at = {
    x: random.integer(60, SIZE.width - side - 60),
    y: random.integer(60, SIZE.height - side - 60),
  };
  const frame = { x: at.x - 30, y: at.y - 30, width: side + 60, height: side + 60 };
  fillArea(picture, frame, isDark ? [30, 32, 38] : [236, 238, 240]);
  paste(picture, shown, at.x, at.y);
  return { picture, pixelsPerModule };
}

function someArea(random: Random): Area {
  return {
    x: random.integer(20, 700),
    y: random.integer(20, 500),
    width: random.integer(200, 500),
    height: random.integer(60, 200),
  };
}
