import type { BrowserWindow } from 'electron';
import type { Handlers } from '../../core/contract/dispatch.ts';
import { grabScreens } from './capture.ts';
import type { ShellContext } from './ipc.ts';
import type { Log } from './log-entry.ts';
import { presentForKeys } from './present-window.ts';
import type { RegionSelection } from './region.ts';
import type { Windows } from './windows.ts';

type RegionCall =
  | 'capture.selectRegion'
  | 'region.getView'
  | 'region.ready'
  | 'region.take'
  | 'region.cancel'
  | 'region.focusNext';

interface RegionServices {
  readonly region: RegionSelection;
  readonly windows: Windows;
  readonly log: Log;
}

/** Marking an area: the console asks, the windows that cover the displays answer. */
export function regionHandlers({
  region,
  windows,
  log,
}: RegionServices): Pick<Handlers<'shell', ShellContext>, RegionCall> {
  return {
    'capture.selectRegion': async () => {
      // Covers of an earlier selection would be in the picture.
      region.cancel();
      try {
        return { region: await region.select(await grabScreens(agentWindows(windows), log)) };
      } finally {
        if (windows.console !== null) void presentForKeys(windows.console);
      }
    },
    'region.getView': (_input, { sender }) => region.getView(sender),
    'region.ready': (_input, { sender }) => {
      region.show(sender);
      return {};
    },
    'region.take': ({ area }, { sender }) => {
      region.take(sender, area);
      return {};
    },
    'region.cancel': () => {
      region.cancel();
      return {};
    },
    'region.focusNext': (_input, { sender }) => {
      region.focusNext(sender);
      return {};
    },
  };
}

/** What a capture must not show. The practice window stays: it plays the customer's device. */
export function agentWindows(windows: Windows): readonly BrowserWindow[] {
  return windows.console === null ? [] : [windows.console];
}
