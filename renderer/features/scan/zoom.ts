/** A part of a picture, in its pixels. */
export interface Crop {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** More than four times leaves too few pixels of a 1080p camera to be of use. */
export const ZOOM_STEPS = [1, 1.25, 1.5, 2, 2.5, 3, 4] as const;

const MAX_ZOOM = 4;

/**
 * The middle of a picture that digital zoom looks at. Edges are even: cameras give colour in blocks of two by two pixels,
 * and a frame can only be cut between them. Never empty for a picture of 8 by 8 pixels and more.
 */
export function zoomCrop(width: number, height: number, zoom: number): Crop {
  const [x, croppedWidth] = middleOf(width, zoom);
  const [y, croppedHeight] = middleOf(height, zoom);
  return { x, y, width: croppedWidth, height: croppedHeight };
}

/** The next step in or out; stays at the last one. A zoom between two steps goes to the neighbour. */
export function stepZoom(zoom: number, direction: 'in' | 'out'): number {
  return direction === 'in'
    ? (ZOOM_STEPS.find((step) => step > zoom) ?? MAX_ZOOM)
    : (ZOOM_STEPS.findLast((step) => step < zoom) ?? 1);
}

/** Cuts the same part out of what is shown, as a CSS `object-view-box`. */
export function zoomViewBox(zoom: number): string {
  return `inset(${50 * (1 - 1 / zoom)}%)`;
}

function middleOf(length: number, zoom: number): [start: number, length: number] {
  if (zoom <= 1) return [0, length];
  const start = 2 * Math.floor((length * (1 - 1 / zoom)) / 4);
  return [start, 2 * Math.floor((length - 2 * start) / 2)];
}
