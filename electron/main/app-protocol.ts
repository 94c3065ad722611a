import { readFile } from 'node:fs/promises';
import { protocol } from 'electron';
import type { Language } from '../../core/values.ts';
import { APP_SCHEME, servedFile } from './app-path.ts';

/** Mantine sets styles on elements, hence `unsafe-inline` for styles; zxing's WebAssembly hence `wasm-unsafe-eval`. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self' blob: data:",
  "worker-src 'self'",
  "media-src 'self' blob: mediastream:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
} as const;

/**
 * To be called before the app is ready.
 *
 * @param codeCache scripts are compiled at the first start only; what that keeps is written when the program has ended already
 */
export function registerAppScheme(codeCache: boolean): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache } },
  ]);
}

/**
 * Serves the pages in `folder` at `app://resetdesk/`, to be called when the app is ready. A page says the language that it is to
 * be shown in, so that it loads no other one first. Resolves once the first page has been handed out; rejects where it is not there.
 */
export function serveApp(folder: string, language: () => Language): Promise<void> {
  let tellFirst: () => void;
  let tellMissing: (error: Error) => void;
  const first = new Promise<void>((resolve, reject) => {
    tellFirst = resolve;
    tellMissing = reject;
  });
  protocol.handle(APP_SCHEME, async (request) => {
    const file = request.method === 'GET' ? servedFile(folder, request.url) : null;
    const content = file === null ? null : await readFile(file.path).catch(() => null);
    const isPage = file?.path.endsWith('.html') === true;
    if (file === null || content === null) {
      if (isPage) tellMissing(new Error('The page is missing.'));
      return new Response(null, { status: 404, headers: HEADERS });
    }
    if (isPage) setImmediate(tellFirst);
    const body = isPage ? inLanguage(content.toString(), language()) : new Uint8Array(content);
    return new Response(body, { headers: { ...HEADERS, 'Content-Type': file.contentType } });
  });
  return first;
}

function inLanguage(page: string, language: Language): string {
  return page.replace('<html lang="en"', `<html lang="${language}"`);
}
