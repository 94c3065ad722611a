import { drawResetQrPicture } from '../../core/testkit/draw-qr.ts';
import { blankPicture, paste } from '../../core/testkit/paint.ts';
import { encodePicture } from '../../electron/cli/picture-files.ts';

const MARGIN_PX = 40;

/** One photo that shows several codes side by side, as a PNG file. */
export function photoOfCodes(texts: readonly string[]): Buffer {
  const codes = texts.map((text) => drawResetQrPicture(text, { ecLevel: 'M' }));
  const width = codes.reduce((sum, code) => sum + code.width + MARGIN_PX, MARGIN_PX);
  const height = Math.max(...codes.map((code) => code.height)) + 2 * MARGIN_PX;
  const photo = blankPicture(width, height);
  let x = MARGIN_PX;
  for (const code of codes) {
    paste(photo, code, x, MARGIN_PX);
    x += code.width + MARGIN_PX;
  }
  return encodePicture(photo, 'png');
}
