import { type RefObject, useEffect, useRef, useState } from 'react';
import { client } from '../../api/client.ts';
import { drawBgra } from '../../reader/draw-bgra.ts';
import type { Size } from './area.ts';

export interface RegionView {
  /** Pixels of the picture; null until it is drawn. */
  readonly picture: Size | null;
  readonly screenCount: number;
  readonly hasFailed: boolean;
}

/** Draws this display's frozen picture and then asks for the window to be shown, so that nothing flashes. */
export function useRegionView(): { canvas: RefObject<HTMLCanvasElement | null>; view: RegionView } {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [view, setView] = useState<RegionView>({ picture: null, screenCount: 1, hasFailed: false });
  useEffect(() => {
    let isGone = false;
    const draw = async () => {
      const { picture, screenCount } = await client.call('region.getView', {});
      if (isGone || canvas.current === null) return;
      drawBgra(canvas.current, picture);
      setView({ picture: { width: picture.width, height: picture.height }, screenCount, hasFailed: false });
      await client.call('region.ready', {});
    };
    draw().catch(() => {
      if (!isGone) setView((before) => ({ ...before, hasFailed: true }));
    });
    return () => {
      isGone = true;
    };
  }, []);
  return { canvas, view };
}
