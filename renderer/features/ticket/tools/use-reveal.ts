import { useEffect, useRef, useState } from 'react';

/** A key that stays down longer than this is held, and hides again when it is let go. */
const HOLD_MS = 400;

export type Reveal = {
  readonly isRevealed: boolean;
  readonly setRevealed: (isRevealed: boolean) => void;
  /** For the key: a press shows until the next press, holding it shows only as long. */
  readonly onKey: () => void;
};

/** Whether a masked secret is shown. */
export function useReveal(keyCode: string): Reveal {
  const [isRevealed, setRevealed] = useState(false);
  const pressedAt = useRef<number | null>(null);
  useEffect(() => {
    const onKeyUp = (event: KeyboardEvent) => {
      if (event.code !== keyCode || pressedAt.current === null) return;
      if (event.timeStamp - pressedAt.current > HOLD_MS) setRevealed(false);
      pressedAt.current = null;
    };
    window.addEventListener('keyup', onKeyUp);
    return () => window.removeEventListener('keyup', onKeyUp);
  }, [keyCode]);
  const onKey = () => {
    pressedAt.current = performance.now();
    setRevealed(!isRevealed);
  };
  return { isRevealed, setRevealed, onKey };
}
