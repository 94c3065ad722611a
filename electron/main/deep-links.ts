import { type App, app } from 'electron';
import { LINK_SCHEME, type LinkRequest, linkIn, readDeepLink } from '../../core/links/deep-link.ts';
import type { ConsoleRequests } from './console-requests.ts';

/** Links that macOS gives to the program; those from before somebody listens wait. */
export interface OpenedLinks {
  handTo(listener: (url: string) => void): void;
}

/**
 * macOS gives links by an event and no second start. The one that starts the program comes before it is ready, so this has to be
 * called before.
 */
export function hearOpenedLinks(source: Pick<App, 'on'>): OpenedLinks {
  const waiting: string[] = [];
  let give = (url: string): void => void waiting.push(url);
  source.on('open-url', (event, url) => {
    event.preventDefault();
    give(url);
  });
  return {
    handTo(listener) {
      give = listener;
      for (const url of waiting.splice(0)) listener(url);
    },
  };
}

/** Hands on every link that the system starts the program with, or gives to the one that runs. */
export function listenForLinks(requests: ConsoleRequests<readonly LinkRequest[]>, opened: OpenedLinks): void {
  const follow = (args: readonly string[]) => {
    const text = linkIn(args);
    if (text !== null) requests.request([readDeepLink(text) ?? { kind: 'unreadable' }]);
  };
  follow(process.argv);
  app.on('second-instance', (_event, argv) => follow(argv));
  opened.handTo((url) => follow([url]));
  // On Linux the package's desktop file says so; anything else would write into the agent's own settings.
  if (app.isPackaged && process.platform !== 'linux') app.setAsDefaultProtocolClient(LINK_SCHEME);
}
