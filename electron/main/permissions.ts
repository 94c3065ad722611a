import type { App, Session, WebContents } from 'electron';
import { isAppAddress } from './app-path.ts';

/** Nothing else is ever loaded. `devtools:` is there while developing only. */
const ALLOWED_SCHEMES: readonly string[] = ['app:', 'blob:', 'data:', 'devtools:'];

/**
 * May a page of `origin` have this permission? Everything that is not named is refused.
 *
 * @param isWindowChosen the agent has just chosen a window to watch; only then may a page ask for a screen
 */
export function isPermitted(
  permission: string,
  origin: string,
  mediaTypes: readonly (string | undefined)[],
  isWindowChosen = false,
): boolean {
  if (!isAppAddress(origin)) return false;
  if (isWindowChosen && isScreenRequest(permission, mediaTypes)) return true;
  if (permission === 'clipboard-sanitized-write') return true;
  // The webcam, never the microphone.
  return permission === 'media' && mediaTypes.length > 0 && mediaTypes.every((type) => type === 'video');
}

/** Electron calls a request for a screen `media` without a device, or by its own name. */
function isScreenRequest(permission: string, mediaTypes: readonly unknown[]): boolean {
  return permission === 'display-capture' || (permission === 'media' && mediaTypes.length === 0);
}

/** Denies by default: permissions, devices, screen sharing, and every request but to our own pages. */
export function hardenSession(session: Session, isWindowChosen: () => boolean): void {
  session.setPermissionRequestHandler((_contents, permission, answer, details) => {
    const mediaTypes = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    answer(isPermitted(permission, details.requestingUrl, mediaTypes, isWindowChosen()));
  });
  session.setPermissionCheckHandler((_contents, permission, origin, details) =>
    isPermitted(permission, origin, [details.mediaType], isWindowChosen()),
  );
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const scheme = URL.canParse(details.url) ? new URL(details.url).protocol : '';
    answer({ cancel: !ALLOWED_SCHEMES.includes(scheme) });
  });
}

/** No window of ours goes anywhere, opens another one, or embeds a foreign page. */
export function hardenContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    denyNavigation(contents);
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });
}

function denyNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
}
