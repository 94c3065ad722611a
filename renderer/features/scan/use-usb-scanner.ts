import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { KeyPress } from '../../../core/keywedge/burst.ts';
import { createWedgeKeys } from '../../../core/keywedge/wedge-keys.ts';
import type { Found } from './found.ts';
import { endsWithScannersEnter, isTakenFromField, readScannerText } from './scanner-text.ts';
import { rememberField, type TextField, textFieldOf } from './text-field.ts';

/** Hears of everything that a USB scanner types anywhere in the window; null is text that makes no sense. */
export function useUsbScanner(onScanned: (found: Found | null) => void): void {
  const latest = useRef(onScanned);
  latest.current = onScanned;

  useEffect(() => {
    const replayed = new WeakSet<Event>();
    const keys = createWedgeKeys<TextField>({
      remember: rememberField,
      isScannersEnter: endsWithScannersEnter,
      onPageBurst: (burst) => latest.current(readScannerText(burst)),
      onFieldBurst: (burst) => {
        const found = readScannerText(burst);
        if (found === null || !isTakenFromField(found)) return false;
        latest.current(found);
        return true;
      },
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    });
    const onKeyDown = (event: KeyboardEvent) => {
      if (replayed.has(event) || event.isComposing) return;
      keys.onKey({
        press: toPress(event),
        field: textFieldOf(event.target),
        swallow: () => {
          event.preventDefault();
          event.stopImmediatePropagation();
        },
        replay: () => replay(event, replayed),
      });
    };
    // Before everybody else, shortcuts and fields alike.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      keys.stop();
    };
  }, []);
}

function toPress(event: KeyboardEvent): KeyPress {
  const isAltGraph = event.getModifierState('AltGraph');
  return {
    code: event.code,
    key: event.key,
    isShifted: event.shiftKey,
    isCommand: !isAltGraph && (event.ctrlKey || event.altKey || event.metaKey),
    isRepeat: event.repeat,
    timeMs: event.timeStamp,
  };
}

/** Drawn at once, so that the next key meets the page that this one has made. */
function replay(event: KeyboardEvent, replayed: WeakSet<Event>): void {
  const { key, code, location, shiftKey, ctrlKey, altKey, metaKey } = event;
  const again = new KeyboardEvent('keydown', {
    ...{ key, code, location, shiftKey, ctrlKey, altKey, metaKey },
    modifierAltGraph: event.getModifierState('AltGraph'),
    bubbles: true,
    cancelable: true,
    composed: true,
  });
  replayed.add(again);
  const target = event.target instanceof Node && event.target.isConnected ? event.target : document.body;
  flushSync(() => target.dispatchEvent(again));
}
