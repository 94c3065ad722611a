import { useEffect, useRef } from 'react';
import { hasFiles, useFileDrag } from '../../lib/use-file-drag.ts';
import { type HandedIn, isTextDrop, readTransfer } from './handed-in.ts';

/**
 * Makes the whole window a place to drop files, texts and pictures of a browser, at any time. Answers whether files are being dragged
 * over it. Without this the window would leave the app and show the file.
 */
export function useFileDrop(onDrop: (dropped: HandedIn) => void): boolean {
  const latest = useRef(onDrop);
  latest.current = onDrop;
  useEffect(() => {
    // What is dragged out of this window is on its way to another place of it.
    let isOwnDrag = false;
    const start = () => {
      isOwnDrag = true;
    };
    const end = () => {
      isOwnDrag = false;
    };
    const over = (event: DragEvent) => {
      if (hasFiles(event) || isTextDrop(event, isOwnDrag)) event.preventDefault();
    };
    const drop = (event: DragEvent) => {
      if (!hasFiles(event) && !isTextDrop(event, isOwnDrag)) return;
      // A place that takes files for something else has prevented the default.
      const isTaken = event.defaultPrevented;
      event.preventDefault();
      if (!isTaken) latest.current(readTransfer(event.dataTransfer));
    };
    const listeners = { dragstart: start, dragend: end, dragover: over, drop };
    const names = ['dragstart', 'dragend', 'dragover', 'drop'] as const;
    for (const name of names) window.addEventListener(name, listeners[name]);
    return () => {
      for (const name of names) window.removeEventListener(name, listeners[name]);
    };
  }, []);
  return useFileDrag();
}
