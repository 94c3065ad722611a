import type { BgraScreen } from './scan-messages.ts';

/** Draws captured pixels as they are, at the canvas's own size; nothing is converted on the way, which a 4K screen would feel. */
export function drawBgra(canvas: HTMLCanvasElement, { bgra, width, height }: BgraScreen): void {
  canvas.width = width;
  canvas.height = height;
  const init = { format: 'BGRX', codedWidth: width, codedHeight: height, timestamp: 0 } as const;
  const frame = new VideoFrame(bgra, init);
  canvas.getContext('2d')?.drawImage(frame, 0, 0);
  frame.close();
}
