import { useEffect, useRef, useState } from 'react';
import { keyNames } from '../../../lib/key-name.ts';
import { useKeyOf } from '../../../lib/shortcuts.tsx';

/** A key that stays down longer than this is held, and hides again when it is let go. */
const HOLD_MS = 400;

export type Reveal = {
  readonly isRevealed: boolean;
  readonly setRevealed: (isRevealed: boolean) => void;
  /** For the key: a press shows until the next press, holding it shows only as long. */
  readonly onKey: () => void;
};

/** Whether a masked secret is shown. */
export function useReveal(): Reveal {
  const key = useKeyOf('secret.reveal');
  const [isRevealed, setRevealed] = useState(false);
  const pressedAt = useRef<number | null>(null);
  useEffect(() => {
    const onKeyUp = (event: KeyboardEvent) => {
      if (pressedAt.current === null || key === null || !keyNames(event).includes(key)) return;
      if (event.timeStamp - pressedAt.current > HOLD_MS) setRevealed(false);
      pressedAt.current = null;
    };
    window.addEventListener('keyup', onKeyUp);
    return () => window.removeEventListener('keyup', onKeyUp);
  }, [key]);
  const onKey = () => {
    pressedAt.current = performance.now();
    setRevealed(!isRevealed);
  };
  return { isRevealed, setRevealed, onKey };
}
