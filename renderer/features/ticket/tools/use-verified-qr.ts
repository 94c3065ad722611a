import { useEffect, useState } from 'react';
import type { Scan } from '../../../../core/contract/records.ts';
import type { ModuleGrid } from '../../../../core/scan/types.ts';
import { scanPicture } from '../../../reader/scan-client.ts';
import { verifiedRedraw } from './verify-redraw.ts';

/** `missing`: nothing was scanned, or the text was purged. `failed`: no drawing read back as the scanned text. */
export type VerifiedQr =
  | { readonly state: 'missing' | 'checking' | 'failed' }
  | { readonly state: 'ready'; readonly grid: ModuleGrid };

/** The scanned QR drawn anew; `ready` only after the drawing was read back and compared. */
export function useVerifiedQr(scan: Scan | null): VerifiedQr {
  const [result, setResult] = useState<{ readonly scanId: string; readonly qr: VerifiedQr } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a scan never changes, but for its payload being purged.
  useEffect(() => {
    if (scan?.payload == null) return;
    let isCurrent = true;
    const show = (grid: ModuleGrid | null) => {
      if (!isCurrent) return;
      setResult({ scanId: scan.id, qr: grid === null ? { state: 'failed' } : { state: 'ready', grid } });
    };
    // A drawing that could not even be tried leaves the agent at the other ways, not at a spinner.
    verifiedRedraw({ ...scan, payload: scan.payload }, readBytes).then(show, () => show(null));
    return () => {
      isCurrent = false;
    };
  }, [scan?.id, scan?.payload]);
  if (scan?.payload == null) return { state: 'missing' };
  return result?.scanId === scan.id ? result.qr : { state: 'checking' };
}

async function readBytes(picture: Parameters<typeof scanPicture>[0]): Promise<readonly Uint8Array[]> {
  const { codes } = await scanPicture(picture);
  return codes.map((code) => code.bytes);
}
