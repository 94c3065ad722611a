import { useEffect, useRef, useState } from 'react';

/**
 * Makes the whole window a place to drop files, at any time. Answers whether files are being dragged over it.
 * Without this the window would leave the app and show the file.
 */
export function useFileDrop(onFiles: (files: readonly File[]) => void): boolean {
  const [isDragging, setIsDragging] = useState(false);
  const latest = useRef(onFiles);
  latest.current = onFiles;

  useEffect(() => {
    // Enter and leave are told for every element on the way, so they are counted.
    let depth = 0;
    const setDepth = (next: number) => {
      depth = next;
      setIsDragging(next > 0);
    };
    const listeners = {
      dragenter: (event: DragEvent) => {
        if (hasFiles(event)) setDepth(depth + 1);
      },
      dragleave: (event: DragEvent) => {
        if (hasFiles(event)) setDepth(Math.max(0, depth - 1));
      },
      dragover: (event: DragEvent) => {
        if (hasFiles(event)) event.preventDefault();
      },
      drop: (event: DragEvent) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setDepth(0);
        const files = [...(event.dataTransfer?.files ?? [])];
        if (files.length > 0) latest.current(files);
      },
    };
    window.addEventListener('dragenter', listeners.dragenter);
    window.addEventListener('dragleave', listeners.dragleave);
    window.addEventListener('dragover', listeners.dragover);
    window.addEventListener('drop', listeners.drop);
    return () => {
      window.removeEventListener('dragenter', listeners.dragenter);
      window.removeEventListener('dragleave', listeners.dragleave);
      window.removeEventListener('dragover', listeners.dragover);
      window.removeEventListener('drop', listeners.drop);
    };
  }, []);

  return isDragging;
}

function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
