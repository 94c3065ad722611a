import { type PointerEvent, useEffect, useRef, useState } from 'react';
import type { Area } from '../../../core/contract/shell-records.ts';
import {
  areaAround,
  centredArea,
  draggedArea,
  movedArea,
  type Point,
  resizedArea,
  type Size,
} from './area.ts';

/** Device-independent pixels for a press of an arrow key: fine enough to meet a code's edge, held down it runs. */
const STEP = 16;

const DIRECTIONS: ReadonlyMap<string, Point> = new Map([
  ['ArrowLeft', { x: -STEP, y: 0 }],
  ['ArrowRight', { x: STEP, y: 0 }],
  ['ArrowUp', { x: 0, y: -STEP }],
  ['ArrowDown', { x: 0, y: STEP }],
]);

/** The marked area, in the window's pixels, and the ways to change it. A drag that ends calls `onDragged`. */
export function useArea(onDragged: (area: Area) => void) {
  const [area, setArea] = useState(() => centredArea(viewSize()));
  const start = useRef<Point | null>(null);
  useEffect(() => {
    const refit = () => setArea(centredArea(viewSize()));
    const move = (event: KeyboardEvent) => {
      const by = DIRECTIONS.get(event.key);
      if (by === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
      event.preventDefault();
      setArea((before) => (event.shiftKey ? resizedArea : movedArea)(before, by, viewSize()));
    };
    window.addEventListener('resize', refit);
    window.addEventListener('keydown', move);
    return () => {
      window.removeEventListener('resize', refit);
      window.removeEventListener('keydown', move);
    };
  }, []);

  const pointer = {
    onPointerDown: (event: PointerEvent) => {
      if (event.button !== 0) return;
      start.current = pointOf(event);
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: (event: PointerEvent) => {
      if (start.current === null) return;
      const dragged = draggedArea(start.current, pointOf(event), viewSize());
      if (dragged !== null) setArea(dragged);
    },
    onPointerUp: (event: PointerEvent) => {
      if (start.current === null) return;
      const dragged = draggedArea(start.current, pointOf(event), viewSize());
      start.current = null;
      // Without a drag the area comes to the mouse, and the button takes it.
      if (dragged === null) setArea((before) => areaAround(pointOf(event), before, viewSize()));
      else onDragged(dragged);
    },
    onPointerCancel: () => {
      start.current = null;
    },
  };
  return { area, pointer };
}

export function viewSize(): Size {
  return { width: window.innerWidth, height: window.innerHeight };
}

function pointOf({ clientX, clientY }: PointerEvent): Point {
  return { x: clientX, y: clientY };
}
