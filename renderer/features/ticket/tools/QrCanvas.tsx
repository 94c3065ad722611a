import { useEffect, useRef } from 'react';
import { gridToPicture, quietZoneModules } from '../../../../core/qr/redraw.ts';
import type { ModuleGrid } from '../../../../core/scan/types.ts';
import classes from './QrCanvas.module.css';
import { useDevicePixelRatio } from './use-device-pixel-ratio.ts';

type Props = {
  readonly grid: ModuleGrid;
  /** CSS pixels that the code with its white margin may take. */
  readonly maxSide: number;
  readonly label: string;
};

/** A QR with a whole number of screen pixels per module, black on white in every theme. */
export function QrCanvas({ grid, maxSide, label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const ratio = useDevicePixelRatio();
  const modules = grid.size + 2 * quietZoneModules;
  const pixelsPerModule = Math.max(1, Math.floor((maxSide * ratio) / modules));
  const side = modules * pixelsPerModule;
  useEffect(() => {
    const context = canvas.current?.getContext('2d');
    const { data, width, height } = gridToPicture(grid, pixelsPerModule);
    context?.putImageData(new ImageData(new Uint8ClampedArray(data), width, height), 0, 0);
  }, [grid, pixelsPerModule]);
  return (
    <canvas
      ref={canvas}
      className={classes['canvas']}
      role="img"
      aria-label={label}
      width={side}
      height={side}
      style={{ width: side / ratio, height: side / ratio }}
    />
  );
}
