import { useEffect, useState } from 'react';

/** While a key is held, a screen reader would stumble over every step. */
const SETTLED_AFTER_MS = 400;

/** The text once it has stopped changing. */
export function useSettled(text: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), SETTLED_AFTER_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
