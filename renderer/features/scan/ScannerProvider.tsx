import { createContext, type ReactNode, useContext, useMemo } from 'react';

type Scanner = {
  /** Opens the scanner over the page; Esc returns to where the focus was. */
  readonly openScanner: () => void;
};

const ScannerContext = createContext<Scanner | null>(null);

export function ScannerProvider({ children }: { readonly children: ReactNode }) {
  const scanner = useMemo<Scanner>(() => ({ openScanner: () => undefined }), []);
  return <ScannerContext value={scanner}>{children}</ScannerContext>;
}

export function useScanner(): Scanner {
  const scanner = useContext(ScannerContext);
  if (scanner === null) throw new Error('useScanner needs a ScannerProvider.');
  return scanner;
}
