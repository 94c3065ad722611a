import { useEffect } from 'react';

/** What the desktop and screen readers call this window; the page's own title stands until the texts are there. */
export function useWindowTitle(title: string): void {
  useEffect(() => {
    document.title = title;
  }, [title]);
}
