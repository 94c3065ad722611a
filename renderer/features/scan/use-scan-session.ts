import { useMemo, useReducer, useRef } from 'react';
import { useLocation } from 'wouter';
import { client } from '../../api/client.ts';
import { scanPicture } from '../../lib/scan-client.ts';
import { createScanActions, type NamedPicture, type ScanActions } from './scan-actions.ts';
import { initialScanState, reduceScan, type ScanAction, type ScanState } from './scan-state.ts';
import { useIntake } from './use-intake.ts';

/** The scanner's state and everything that can be done with it; the actions stay the same for the window's life. */
export interface ScanSession extends ScanActions {
  readonly state: ScanState;
  readonly dispatch: (action: ScanAction) => void;
}

export function useScanSession(): ScanSession {
  const [state, dispatch] = useReducer(reduceScan, initialScanState);
  const takeIn = useIntake();
  const [, navigate] = useLocation();
  const latest = useRef({ takeIn, navigate });
  latest.current = { takeIn, navigate };

  const actions = useMemo(
    () =>
      createScanActions({
        dispatch,
        grabScreens,
        readPicture: (picture) => scanPicture(picture, { wantsThumbnail: true }),
        takeIn: (found, source) => latest.current.takeIn(found, source),
        showTicket: (ticketId) => latest.current.navigate(`/ticket/${ticketId}`),
      }),
    [],
  );
  return useMemo(() => ({ ...actions, state, dispatch }), [actions, state]);
}

async function grabScreens(): Promise<readonly NamedPicture[]> {
  const { screens } = await client.call('capture.grabScreens', {});
  return screens.map((screen) => ({ name: screen.label, picture: screen }));
}
