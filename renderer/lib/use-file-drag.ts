import { useEffect, useState } from 'react';

/** Whether files are being dragged over the window. */
export function useFileDrag(): boolean {
  const [isDragging, setIsDragging] = useState(false);
  useEffect(() => {
    // Enter and leave are told for every element on the way, so they are counted.
    let depth = 0;
    const setDepth = (next: number) => {
      depth = next;
      setIsDragging(next > 0);
    };
    const enter = (event: DragEvent) => {
      if (hasFiles(event)) setDepth(depth + 1);
    };
    const leave = (event: DragEvent) => {
      if (hasFiles(event)) setDepth(Math.max(0, depth - 1));
    };
    const drop = () => setDepth(0);
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('drop', drop);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('drop', drop);
    };
  }, []);
  return isDragging;
}

export function hasFiles(event: DragEvent): boolean {
  return event.dataTransfer?.types.includes('Files') ?? false;
}
