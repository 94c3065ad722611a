import { type RefCallback, useCallback, useState } from 'react';

type Room = { readonly width: number; readonly height: number };

/**
 * The room that an element has from where it begins to where its step ends in sight; CSS pixels, null before it was measured.
 * The width is the whole step's: what stands beside it goes below where there is too little.
 */
export function useRoomInSight(): { readonly ref: RefCallback<HTMLElement>; readonly room: Room | null } {
  const [room, setRoom] = useState<Room | null>(null);
  const ref = useCallback((element: HTMLElement | null) => {
    const step = element?.closest<HTMLElement>('[data-step-body]');
    if (!element || !step) return;
    const measure = () => {
      const { paddingBottom, paddingInlineStart } = getComputedStyle(step);
      const above = element.getBoundingClientRect().top - step.getBoundingClientRect().top + step.scrollTop;
      setRoom({
        width: step.clientWidth - 2 * Number.parseFloat(paddingInlineStart),
        height: Math.floor(step.clientHeight - above - Number.parseFloat(paddingBottom)),
      });
    };
    const observer = new ResizeObserver(measure);
    observer.observe(step);
    for (const part of step.children) observer.observe(part);
    return () => observer.disconnect();
  }, []);
  return { ref, room };
}
