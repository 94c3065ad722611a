import { useEffect, useRef } from 'react';
import { flushSync } from 'react-dom';
import type { Burst } from '../../../core/keywedge/burst.ts';
import type { KeyPress } from '../../../core/keywedge/key-text.ts';
import { createWedgeKeys } from '../../../core/keywedge/wedge-keys.ts';
import { type Shortcut, useShortcutFinder } from '../../lib/shortcuts.tsx';
import type { Found } from './found.ts';
import { endsWithScannersEnter, isCompleteCode, isTakenFromField, readScannerText } from './scanner-text.ts';
import { showHeld } from './show-held.ts';
import { rememberField, type TextField, takesSerials, textFieldOf } from './text-field.ts';
import type { TypedNews } from './typed-news.ts';

type Handlers = { readonly onScanned: (found: Found) => void; readonly onNews: (news: TypedNews) => void };

/** Hears of everything that a USB scanner types anywhere in the window, and of what is typed without a field. */
export function useUsbScanner(handlers: Handlers): void {
  const findShortcut = useShortcutFinder();
  const latest = useRef({ ...handlers, findShortcut });
  latest.current = { ...handlers, findShortcut };

  useEffect(() => {
    const replayed = new WeakSet<Event>();
    /** How often the hand has done something else than press keys. */
    let otherActs = 0;
    const events = new WeakMap<KeyPress, KeyboardEvent>();
    const shortcutOf = (press: KeyPress): Shortcut | undefined => {
      const event = events.get(press);
      return event === undefined ? undefined : latest.current.findShortcut(event);
    };
    const keys = createWedgeKeys<TextField>({
      remember: rememberField,
      isScannersEnter: (burst, field) => endsWithScannersEnter(burst, takesSerials(field)),
      isComplete: isCompleteCode,
      isLight: (press) => shortcutOf(press)?.hasWeight !== true,
      onPageBurst: (burst) => tellPageBurst(burst, latest.current),
      onFieldBurst: (burst, field) => {
        const typed = readScannerText(burst);
        if (typed === null || !isTakenFromField(typed.found, burst, takesSerials(field))) return null;
        latest.current.onScanned(typed.found);
        return typed.keysBefore;
      },
      onFragment: (count) => latest.current.onNews({ kind: 'brokeOff', count }),
      after: (ms, run) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
    });
    const onKeyDown = (event: KeyboardEvent) => {
      if (replayed.has(event) || event.isComposing) return;
      const press = toPress(event);
      events.set(press, event);
      const actsBefore = otherActs;
      keys.onKey({
        press,
        field: textFieldOf(event.target),
        swallow: () => {
          event.preventDefault();
          event.stopImmediatePropagation();
          const key = shortcutOf(press)?.key ?? null;
          if (key !== null) showHeld(key);
        },
        replay: () => replay(event, replayed, otherActs === actsBefore),
      });
    };
    const onKeyUp = (event: KeyboardEvent) => keys.onKeyUp(event.code);
    // A click, a touch, or another window: before it has moved the focus.
    const onOtherAct = () => {
      keys.onOtherAct();
      otherActs += 1;
    };
    // Before everybody else, shortcuts and fields alike.
    window.addEventListener('keydown', onKeyDown, { capture: true });
    window.addEventListener('keyup', onKeyUp, { capture: true });
    window.addEventListener('pointerdown', onOtherAct, { capture: true });
    window.addEventListener('blur', onOtherAct);
    return () => {
      window.removeEventListener('keydown', onKeyDown, { capture: true });
      window.removeEventListener('keyup', onKeyUp, { capture: true });
      window.removeEventListener('pointerdown', onOtherAct, { capture: true });
      window.removeEventListener('blur', onOtherAct);
      keys.stop();
    };
  }, []);
}

function tellPageBurst(burst: Burst, { onScanned, onNews }: Handlers): void {
  const typed = readScannerText(burst);
  if (typed !== null) onScanned(typed.found);
  else if (burst.isMachine) onNews({ kind: 'unreadable' });
  else onNews({ kind: 'typed', text: burst.byLayout });
}

function toPress(event: KeyboardEvent): KeyPress {
  const { code, key, timeStamp, repeat, shiftKey, ctrlKey, altKey, metaKey } = event;
  const isAltGraph = event.getModifierState('AltGraph');
  return {
    code,
    key,
    isShifted: shiftKey,
    isCommand: !isAltGraph && (ctrlKey || altKey || metaKey),
    isAlt: !isAltGraph && altKey && !ctrlKey && !metaKey,
    hasCapsLock: event.getModifierState('CapsLock'),
    isRepeat: repeat,
    timeMs: timeStamp,
  };
}

/**
 * Drawn at once, so that the next key meets the page that this one has made. Where an earlier one has put the focus on a field,
 * it is typed there; where a click has, it still counts where it was pressed.
 */
function replay(event: KeyboardEvent, replayed: WeakSet<Event>, isHandOnKeys: boolean): void {
  const field = isHandOnKeys ? textFieldOf(document.activeElement) : null;
  const former =
    event.target instanceof HTMLElement && event.target.isConnected ? event.target : document.body;
  const target = field ?? former;
  const again = copyOf(event);
  replayed.add(again);
  const isFree = flushSync(() => target.dispatchEvent(again));
  if (!isFree) return;
  // What the browser does by itself with a key of a person's, it does not do with one that is given back.
  if (field !== null && [...event.key].length === 1) document.execCommand('insertText', false, event.key);
  else if (event.key === ' ' && target.matches('button, summary, [role=button]')) target.click();
}

function copyOf(event: KeyboardEvent): KeyboardEvent {
  const { key, code, location, shiftKey, ctrlKey, altKey, metaKey } = event;
  return new KeyboardEvent('keydown', {
    ...{ key, code, location, shiftKey, ctrlKey, altKey, metaKey },
    modifierAltGraph: event.getModifierState('AltGraph'),
    bubbles: true,
    cancelable: true,
    composed: true,
  });
}
