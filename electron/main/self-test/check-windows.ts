import { desktopCapturer, screen } from 'electron';
import * as z from 'zod';
import { isWayland } from '../idleness.ts';
import { openPageWindow, type WindowOptions } from '../window.ts';
import { NotHere } from './run-checks.ts';

/** What the page says in its title when it is done. */
const pageResult = z.strictObject({ isRead: z.boolean(), rung: z.string(), elapsedMs: z.number() });

const RESULT_MARK = 'self-test:';

/** Decoders without WebAssembly: the product reads on with them, and worse. */
const WITHOUT_WEBASSEMBLY = 'zxing-js';

/** A window of ours reads the code in a picture, with its worker and WebAssembly. */
export async function checkReader(options: WindowOptions): Promise<string> {
  const window = openPageWindow('self-test.html', options, { width: 400, height: 300 });
  try {
    const title = await new Promise<string>((resolve) => {
      window.webContents.on('page-title-updated', (_event, changed) => {
        if (changed.startsWith(RESULT_MARK)) resolve(changed.slice(RESULT_MARK.length));
      });
    });
    const { isRead, rung, elapsedMs } = pageResult.parse(JSON.parse(title));
    if (!isRead) throw new Error('the code in the built-in picture was not read');
    if (rung === WITHOUT_WEBASSEMBLY) throw new Error('the code was read, but WebAssembly does not run');
    return `a code was read from a picture in ${Math.round(elapsedMs)} ms, in a worker, with WebAssembly`;
  } finally {
    window.destroy();
  }
}

/** The screen is taken, where the desktop allows it unasked. */
export async function checkScreen(): Promise<string> {
  if (isWayland()) throw new NotHere('on Wayland the desktop asks the agent each time');
  const thumbnailSize = screen.getPrimaryDisplay().size;
  const sources = await desktopCapturer.getSources({ types: ['screen'], thumbnailSize });
  const picture = sources[0]?.thumbnail;
  if (picture === undefined || picture.isEmpty())
    throw new NotHere('the system does not let the screen be captured');
  const { width, height } = picture.getSize();
  return `captured, ${width} x ${height} pixels`;
}
