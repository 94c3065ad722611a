import { useEffect, useRef } from 'react';
import { hasFiles, useFileDrag } from '../../lib/use-file-drag.ts';

/**
 * Makes the whole window a place to drop files, at any time. Answers whether files are being dragged over it.
 * Without this the window would leave the app and show the file.
 */
export function useFileDrop(onFiles: (files: readonly File[]) => void): boolean {
  const latest = useRef(onFiles);
  latest.current = onFiles;
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      // A place that takes files for something else has prevented the default.
      const isTaken = event.defaultPrevented;
      event.preventDefault();
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length > 0 && !isTaken) latest.current(files);
    };
    window.addEventListener('dragover', over);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragover', over);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return useFileDrag();
}
