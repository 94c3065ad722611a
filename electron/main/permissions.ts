import type { App, Session, WebContents } from 'electron';
import { isAppAddress } from './app-path.ts';

/** Nothing else is ever loaded. `devtools:` is there while developing only. */
const ALLOWED_SCHEMES: readonly string[] = ['app:', 'blob:', 'data:', 'devtools:'];

/** Who asks for a permission. */
export interface Asker {
  /** The practice device is the customer's: it sees nothing and copies nothing. */
  readonly isConsole: boolean;
  /** The agent has just chosen a window to watch; only then may a page ask for a screen. */
  readonly isWindowChosen: boolean;
}

/** May a page of `origin` have this permission? Everything that is not named is refused. */
export function isPermitted(
  permission: string,
  origin: string,
  mediaTypes: readonly (string | undefined)[],
  { isConsole, isWindowChosen }: Asker,
): boolean {
  if (!isConsole || !isAppAddress(origin)) return false;
  if (isWindowChosen && isScreenRequest(permission, mediaTypes)) return true;
  if (permission === 'clipboard-sanitized-write') return true;
  // The webcam, never the microphone.
  return permission === 'media' && mediaTypes.length > 0 && mediaTypes.every((type) => type === 'video');
}

/** Electron calls a request for a screen `media` without a device, or by its own name. */
function isScreenRequest(permission: string, mediaTypes: readonly unknown[]): boolean {
  return permission === 'display-capture' || (permission === 'media' && mediaTypes.length === 0);
}

export type FindAsker = (contents: WebContents | null) => Asker;

/** Denies by default: permissions, devices, screen sharing, files to keep, and every request but to our own pages. */
export function hardenSession(session: Session, askerOf: FindAsker): void {
  session.setPermissionRequestHandler((contents, permission, answer, details) => {
    const mediaTypes = 'mediaTypes' in details ? (details.mediaTypes ?? []) : [];
    answer(isPermitted(permission, details.requestingUrl, mediaTypes, askerOf(contents)));
  });
  session.setPermissionCheckHandler((contents, permission, origin, details) =>
    isPermitted(permission, origin, [details.mediaType], askerOf(contents)),
  );
  session.setDevicePermissionHandler(() => false);
  // Whatever is saved is saved by the shell, where the agent chose.
  session.on('will-download', (event) => event.preventDefault());
  session.webRequest.onBeforeRequest((details, answer) => {
    const scheme = URL.canParse(details.url) ? new URL(details.url).protocol : '';
    answer({ cancel: !ALLOWED_SCHEMES.includes(scheme) });
  });
  // With a language Chromium fetches its dictionary, also where the page has spelling switched off.
  session.setSpellCheckerLanguages([]);
}

/** No window of ours goes anywhere, opens another one, or embeds a foreign page. */
export function hardenContents(app: App): void {
  app.on('web-contents-created', (_event, contents) => {
    denyNavigation(contents);
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    // Without a proxy, which there is none of either, no packet to any address that a script names.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
  });
}

/**
 * What Chromium does by itself beside the pages' requests: looking up names before they are needed, connecting ahead, asking
 * for proxies. No name resolves and no address is reached. To be called before the app is ready.
 */
export function leaveNetwork(app: App): void {
  app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');
  app.commandLine.appendSwitch('no-proxy-server');
}

function denyNavigation(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => event.preventDefault());
  // Nobody is asked before an empty page is shown; the window goes back to its own.
  let own: string | null = null;
  contents.on('did-navigate', (_event, url) => {
    if (isAppAddress(url)) own = url;
    else if (own !== null) void contents.loadURL(own);
  });
}
