import { app } from 'electron';
import { LINK_SCHEME, type LinkRequest, linkIn, readDeepLink } from '../../core/links/deep-link.ts';
import type { ConsoleRequests } from './console-requests.ts';

/** Hands on every link that the system starts the program with, or gives to the one that runs. */
export function listenForLinks(requests: ConsoleRequests<readonly LinkRequest[]>): void {
  const follow = (args: readonly string[]) => {
    const text = linkIn(args);
    if (text !== null) requests.request([readDeepLink(text) ?? { kind: 'unreadable' }]);
  };
  follow(process.argv);
  app.on('second-instance', (_event, argv) => follow(argv));
  // macOS gives links to the running program without a second start.
  app.on('open-url', (event, url) => {
    event.preventDefault();
    follow([url]);
  });
  // On Linux the package's desktop file says so; anything else would write into the agent's own settings.
  if (app.isPackaged && process.platform !== 'linux') app.setAsDefaultProtocolClient(LINK_SCHEME);
}
