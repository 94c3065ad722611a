import type { BrowserWindow } from 'electron';
import type { Handlers } from '../../core/contract/dispatch.ts';
import type { ShellContext } from './ipc.ts';
import { presentForKeys } from './present-window.ts';
import type { RegionSelection } from './region.ts';
import type { Screens } from './screens.ts';
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
  readonly screens: Screens;
}

/** Marking an area: the console asks, the windows that cover the displays answer. */
export function regionHandlers({
  region,
  windows,
  screens,
}: RegionServices): Pick<Handlers<'shell', ShellContext>, RegionCall> {
  return {
    'capture.selectRegion': async () => {
      try {
        return { region: await screens.photographArea(agentWindows(windows)) };
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
