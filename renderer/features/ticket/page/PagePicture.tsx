import { useEffect, useMemo, useRef } from 'react';
import type { PageStill } from '../../../../core/reset-page/page-still.ts';
import { crop, type Rect } from '../../../../core/scan/gray.ts';
import classes from './Page.module.css';

type Props = { readonly still: PageStill; readonly place: Rect | null; readonly label: string };

/** The lines that were read, as large as there is room, in gray. */
export function PagePicture({ still, place, label }: Props) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const image = useMemo(() => (place === null ? still.image : crop(still.image, place)), [still, place]);
  const { data, width, height } = image;
  useEffect(() => {
    const pixels = new ImageData(width, height);
    const colours = new Uint32Array(pixels.data.buffer);
    for (let at = 0; at < data.length; at += 1) colours[at] = 0xff000000 | ((data[at] ?? 0) * 0x010101);
    canvas.current?.getContext('2d')?.putImageData(pixels, 0, 0);
  }, [data, width, height]);
  return (
    <canvas
      ref={canvas}
      className={classes['picture']}
      role="img"
      aria-label={label}
      width={width}
      height={height}
    />
  );
}
