import { extname, join, normalize, sep } from 'node:path';

export const APP_SCHEME = 'app';
/** As Chromium writes it for a standard scheme. */
export const APP_ORIGIN = 'app://resetdesk';

/** What the pages consist of; a file of another kind is not served. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.wasm': 'application/wasm',
  '.gz': 'application/gzip',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.mp3': 'audio/mpeg',
  '.ogg': 'audio/ogg',
  '.wav': 'audio/wav',
};

export interface ServedFile {
  readonly path: string;
  readonly contentType: string;
}

/**
 * The file that an `app://resetdesk/` address stands for, or null: another host, a kind that is not served, or a path that
 * leads out of the folder, however it is written.
 */
export function servedFile(folder: string, address: string): ServedFile | null {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (url === null || url.protocol !== `${APP_SCHEME}:` || url.host !== 'resetdesk') return null;
  const relative = decoded(url.pathname === '/' ? '/index.html' : url.pathname);
  if (relative === null || /[\0\\:]/.test(relative)) return null;
  const path = normalize(join(folder, relative));
  if (!path.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return null;
  const contentType = CONTENT_TYPES[extname(path).toLowerCase()];
  return contentType === undefined ? null : { path, contentType };
}

function decoded(path: string): string | null {
  try {
    return decodeURIComponent(path);
  } catch {
    return null;
  }
}

/** Is this the address of one of our own pages? */
export function isAppAddress(address: string): boolean {
  return address === APP_ORIGIN || address.startsWith(`${APP_ORIGIN}/`);
}
