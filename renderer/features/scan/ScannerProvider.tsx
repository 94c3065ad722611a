import { createContext, type ReactNode, useContext, useEffect, useMemo } from 'react';
import { client } from '../../api/client.ts';
import { DropCurtain } from './DropCurtain.tsx';
import type { HandedIn } from './handed-in.ts';
import { ScanNewsContext } from './ScanNews.tsx';
import { ScanOverlay } from './ScanOverlay.tsx';
import { useFileDrop } from './use-file-drop.ts';
import { usePaste } from './use-paste.ts';
import { type ScanSession, useScanSession } from './use-scan-session.ts';
import { useUsbScanner } from './use-usb-scanner.ts';

type Scanner = {
  /** Opens the scanner over the page; Esc returns to where the focus was. */
  readonly openScanner: () => void;
};

const ScannerContext = createContext<Scanner | null>(null);

/** The scanner over every page, and the ways in that need no scanner open: drop, paste, the global hotkey. */
export function ScannerProvider({ children }: { readonly children: ReactNode }) {
  const session = useScanSession();
  const { dispatch } = session;
  const scanner = useMemo<Scanner>(() => ({ openScanner: () => dispatch({ type: 'opened' }) }), [dispatch]);
  const news = useMemo(
    () => ({
      state: session.state,
      onDismiss: () => dispatch({ type: 'newsDismissed' }),
      onCancel: session.cancelFiles,
    }),
    [session.state, session.cancelFiles, dispatch],
  );
  const isDragging = useAmbientScanning(session);
  return (
    <ScannerContext value={scanner}>
      <ScanNewsContext value={news}>{children}</ScanNewsContext>
      <ScanOverlay session={session} />
      {isDragging && <DropCurtain />}
    </ScannerContext>
  );
}

export function useScanner(): Scanner {
  const scanner = useContext(ScannerContext);
  if (scanner === null) throw new Error('useScanner needs a ScannerProvider.');
  return scanner;
}

function useAmbientScanning({
  takeScreens,
  takeFiles,
  takeText,
  refuse,
  takeScanned,
  dispatch,
}: ScanSession): boolean {
  useEffect(() => {
    const scan = async () => {
      const isTaken = await takeScreens();
      // Then the screens were not taken, which brings the console to the front: what is in the way is to be seen.
      if (!isTaken) await client.call('app.present', {});
    };
    void client.call('app.takeScanRequest', {}).then(({ isRequested }) => {
      if (isRequested) void scan();
    });
    return client.on('app.scanRequested', () => void scan());
  }, [takeScreens]);
  const take = (source: 'file' | 'clipboard', handed: HandedIn) => {
    if (handed.kind === 'files') void takeFiles(source, handed.files);
    else if (handed.kind === 'text') void takeText('clipboard', handed.text);
    else refuse(source, handed.kind === 'address' ? 'onlyAddress' : 'nothingToPaste');
  };
  usePaste((pasted) => take('clipboard', pasted));
  useUsbScanner({
    onScanned: (found) => void takeScanned(found),
    onNews: (news) => dispatch({ type: 'typedNowhere', news }),
  });
  return useFileDrop((dropped) => take('file', dropped));
}
