import { type Burst, createBurstRecogniser, FAST_GAP_MS, type KeyPress } from './burst.ts';

/** Longer than a scanner's stutter, shorter than the pause after which drafts are saved (200 ms). */
const SETTLE_MS = 150;

/** A little more than a scanner's next key would take. */
const HOLD_MS = FAST_GAP_MS + 5;

/** A key that went down, with what can be done to it. */
export interface WedgeKey<Field> {
  readonly press: KeyPress;
  /** The text field that it goes to, null for the page. The same field is the same object. */
  readonly field: Field | null;
  /** Keeps it from everybody else. */
  readonly swallow: () => void;
  /** Gives a swallowed key to the page after all. */
  readonly replay: () => void;
}

export interface WedgeHost<Field> {
  /** Remembers a field's text; the answer brings it back. */
  readonly remember: (field: Field) => () => void;
  /** Whether this much, typed into a field, is a code's end mark and not a person's Enter. */
  readonly isScannersEnter: (burst: Burst) => boolean;
  /** A scanner typed into the page. */
  readonly onPageBurst: (burst: Burst) => void;
  /** A scanner typed into a field; true when it was taken and its characters are to be removed again. */
  readonly onFieldBurst: (burst: Burst) => boolean;
  /** Calls back later; the answer cancels. */
  readonly after: (ms: number, run: () => void) => () => void;
}

export interface WedgeKeys<Field> {
  onKey(key: WedgeKey<Field>): void;
  /** Gives held keys back and forgets the rest. */
  stop(): void;
}

/**
 * Keeps a scanner's typing away from shortcuts, buttons and forms. A key on the page is held for a moment: if no scanner
 * follows, the page gets it after all, in order. Keys in a text field are never held; what a scanner typed there is removed
 * when it was a code.
 */
export function createWedgeKeys<Field extends object>(host: WedgeHost<Field>): WedgeKeys<Field> {
  const recogniser = createBurstRecogniser();
  let held: WedgeKey<Field>[] = [];
  let field: Field | null = null;
  let restore: () => void = () => undefined;
  let cancel: () => void = () => undefined;

  function giveBack(): void {
    cancel();
    const keys = held;
    held = [];
    for (const key of keys) key.replay();
  }

  function settle(): void {
    const burst = recogniser.peek();
    recogniser.reset();
    if (burst === null) giveBack();
    else tell(burst);
  }

  function tell(burst: Burst): void {
    cancel();
    if (field === null) host.onPageBurst(burst);
    else if (host.onFieldBurst(burst)) restore();
  }

  function start(key: WedgeKey<Field>): void {
    giveBack();
    field = key.field;
    if (field !== null) restore = host.remember(field);
    // Space presses a focused button; held back and replayed it would not.
    else if (key.press.key !== ' ') hold(key);
  }

  function hold(key: WedgeKey<Field>): void {
    key.swallow();
    held.push(key);
    cancel();
    cancel = host.after(HOLD_MS, giveBack);
  }

  function goOn(key: WedgeKey<Field>): void {
    held = [];
    cancel();
    cancel = host.after(SETTLE_MS, settle);
    const isEnd = key.press.key === 'Enter' || key.press.key === 'Tab';
    const burst = recogniser.peek();
    if (field === null || (isEnd && burst !== null && host.isScannersEnter(burst))) key.swallow();
  }

  return {
    onKey(key) {
      if (key.field !== field) settle();
      const before = recogniser.peek();
      const step = recogniser.press(key.press);
      // A key that does not belong to the burst ends it early.
      if (before !== null && (step === 'first' || step === 'none')) tell(before);
      if (step === 'none') giveBack();
      else if (step === 'first') start(key);
      else if (step === 'more' && field === null) hold(key);
      else if (step === 'burst') goOn(key);
    },
    stop() {
      giveBack();
      recogniser.reset();
    },
  };
}
