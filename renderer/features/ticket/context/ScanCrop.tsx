import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../../api/use-call.ts';
import classes from './ScanCrop.module.css';

/** The picture of the code that was kept with a scan, small. */
export function ScanCrop({ scanId }: { readonly scanId: string }) {
  const { t } = useTranslation('ticket');
  const crop = useCall('scan.getCrop', { scanId }).data?.crop ?? null;
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (crop !== null && canvas.current !== null) void draw(crop, canvas.current);
  }, [crop]);
  return crop === null ? null : (
    <canvas ref={canvas} className={classes['crop']} role="img" aria-label={t('history.crop')} />
  );
}

/** A picture that can not be drawn leaves its place empty. */
async function draw(crop: Uint8Array<ArrayBuffer>, canvas: HTMLCanvasElement): Promise<void> {
  const bitmap = await createImageBitmap(new Blob([crop])).catch(() => null);
  if (bitmap === null) return;
  canvas.width = bitmap.width;
  canvas.height = bitmap.height;
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0);
  bitmap.close();
}
