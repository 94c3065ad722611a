import { useEffect, useMemo, useRef } from 'react';
import { gridToPicture, redrawCode } from '../../../core/qr/redraw.ts';
import type { EcLevel } from '../../../core/scan/types.ts';

type Props = {
  readonly payload: string;
  readonly label: string;
  readonly ecLevel: EcLevel;
  /** Screen pixels, 4 at least, so that any scanner can read it from the monitor. */
  readonly pixelsPerModule: number;
};

/** Black on white in every theme, each module on whole pixels of the screen. */
export function QrCanvas({ payload, label, ecLevel, pixelsPerModule }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const picture = useMemo(() => {
    const grid = redrawCode({ payload, qrVersion: null, ecLevel, maskPattern: null });
    return gridToPicture(grid, Math.ceil(pixelsPerModule * devicePixelRatio));
  }, [payload, ecLevel, pixelsPerModule]);

  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    context?.putImageData(new ImageData(new Uint8ClampedArray(picture.data), picture.width), 0, 0);
  }, [picture]);

  const side = picture.width / devicePixelRatio;
  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      width={picture.width}
      height={picture.height}
      style={{ width: side, height: side, imageRendering: 'pixelated', flex: 'none' }}
    />
  );
}
