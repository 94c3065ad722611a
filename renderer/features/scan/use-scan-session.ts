import type { TFunction } from 'i18next';
import { useEffect, useMemo, useReducer, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useRoute } from 'wouter';
import type { ScanSource } from '../../../core/values.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';
import { openFile } from '../../reader/open-file.ts';
import { startPageReading } from '../../reader/page-reading.ts';
import { glanceAt, keepCrops, scanFrames, scanPicture, scanTogether } from '../../reader/scan-client.ts';
import { createScanActions, type NamedPicture, type ScanActions } from './scan-actions.ts';
import {
  initialScanState,
  reduceScan,
  type ScanAction,
  type ScanState,
  type ScanSuccess,
} from './scan-state.ts';
import { useIntake } from './use-intake.ts';

/** The scanner's state and everything that can be done with it; the actions stay the same for the window's life. */
export interface ScanSession extends ScanActions {
  readonly state: ScanState;
  readonly dispatch: (action: ScanAction) => void;
  /** Whether the scanner may stay open after a code was read. */
  readonly canContinue: boolean;
  /** Closes the scanner and shows the ticket that a code led to. */
  readonly openRead: (success: ScanSuccess) => void;
}

export function useScanSession(): ScanSession {
  const [state, dispatch] = useReducer(reduceScan, initialScanState);
  const takeIn = useIntake();
  const [, navigate] = useLocation();
  const settings = useCall('settings.get', {}).data;
  const isContinuous = settings?.isScanContinuous ?? false;
  const areCropsKept = settings?.areCropsKept ?? false;
  useEffect(() => keepCrops(areCropsKept), [areCropsKept]);
  const canContinue = useCanContinue();
  const keepsScanning = (source: ScanSource) =>
    source === 'camera' && state.isOpen && isContinuous && canContinue;
  const { t } = useTranslation('scan');
  const latest = useRef({ takeIn, navigate, keepsScanning, t });
  latest.current = { takeIn, navigate, keepsScanning, t };

  const actions = useMemo(
    () =>
      createScanActions({
        dispatch,
        grabScreens,
        selectRegion,
        readPicture: (picture) => scanPicture(picture, { wantsExplanation: true }),
        readTogether: scanTogether,
        takeIn: (found, source, place) => latest.current.takeIn(found, source, place),
        keepsScanning: (source) => latest.current.keepsScanning(source),
        glanceAt,
        scanFrames,
        openFile,
        namePage: (name, page) => latest.current.t('file.page', { name, page }),
        nameMoment: (name, seconds) => nameMoment(latest.current.t, name, seconds),
        readPage: startPageReading,
        showTicket: (ticketId) => latest.current.navigate(`/ticket/${ticketId}`),
      }),
    [],
  );
  return useMemo(
    () => ({
      ...actions,
      state,
      dispatch,
      canContinue,
      openRead: (success) => {
        latest.current.navigate(`/ticket/${success.ticketId}`);
        dispatch({ type: 'succeeded', success });
      },
    }),
    [actions, state, canContinue],
  );
}

/** Over a ticket one code is wanted: a second customer's must not end up in the first one's ticket. */
export function useCanContinue(): boolean {
  const [isTicketShown] = useRoute('/ticket/:ticketId');
  return !isTicketShown;
}

/** As players show it: minutes and seconds. */
function nameMoment(t: TFunction<'scan'>, name: string, seconds: number | null): string {
  if (seconds === null) return name;
  const rest = String(Math.floor(seconds % 60)).padStart(2, '0');
  return t('file.moment', { name, time: `${Math.floor(seconds / 60)}:${rest}` });
}

async function grabScreens(): Promise<readonly NamedPicture[]> {
  const { screens } = await client.call('capture.grabScreens', {});
  return screens.map((screen) => ({ name: screen.label, picture: screen }));
}

async function selectRegion(): Promise<NamedPicture | null> {
  const { region } = await client.call('capture.selectRegion', {});
  return region === null ? null : { name: region.label, picture: region };
}
