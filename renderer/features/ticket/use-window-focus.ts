import { useEffect, useState } from 'react';

/** False once the agent has turned to another window: what is secret is masked then, because screens are shared. */
export function useIsWindowInUse(): boolean {
  const [isInUse, setInUse] = useState(true);
  useEffect(() => {
    const onBlur = () => setInUse(false);
    const onFocus = () => setInUse(true);
    window.addEventListener('blur', onBlur);
    window.addEventListener('focus', onFocus);
    return () => {
      window.removeEventListener('blur', onBlur);
      window.removeEventListener('focus', onFocus);
    };
  }, []);
  return isInUse;
}
