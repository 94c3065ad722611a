import { type Burst, createBurstRecogniser, NEXT_KEY_MS } from './burst.ts';
import { createHeldKeys, type HeldKeysHost, type HoldableKey } from './held-keys.ts';
import { isFunctionKey, isLineEnd } from './key-text.ts';

/** A scanner's end mark may come so long after its code. */
const END_MARK_MS = 400;

/** A key that went down, with what can be done to it. */
export interface WedgeKey<Field> extends HoldableKey {
  /** The text field that it goes to, null for the page. The same field is the same object. */
  readonly field: Field | null;
}

export interface WedgeHost<Field> extends HeldKeysHost {
  /** Remembers a field's text; the answer brings it back. */
  readonly remember: (field: Field) => () => void;
  /** Whether this much, typed into a field, is a code's end mark and not a person's Enter. */
  readonly isScannersEnter: (burst: Burst, field: Field) => boolean;
  /** Whether this much is a whole code, so that nothing but an end mark can follow. */
  readonly isComplete: (burst: Burst) => boolean;
  /** Somebody or something typed a text into the page. */
  readonly onPageBurst: (burst: Burst) => void;
  /**
   * The same into a field. Answers how many keys were typed before the code, when there was one and it was taken: from there on
   * its characters are removed again. Null leaves the field as it is.
   */
  readonly onFieldBurst: (burst: Burst, field: Field) => number | null;
  /** A machine typed so many keys into the page and stopped; they are dropped. */
  readonly onFragment: (count: number) => void;
}

export interface WedgeKeys<Field> {
  onKey(key: WedgeKey<Field>): void;
  onKeyUp(code: string): void;
  /** The hand does something else than press keys, such as click: single keys of a person's act before that. */
  onOtherAct(): void;
  /** Gives held keys back and forgets the rest. */
  stop(): void;
}

/**
 * Keeps typing away from shortcuts, buttons and forms: a scanner's, of any speed, and a person's who thinks to be in a field.
 *
 * A key on the page is held until it is plain that it stands alone: at once where a finger rests on it, it is a light one, and no
 * code begins with it; otherwise when no other has followed for a moment. Single keys then act in order. A text never acts, nor
 * does what no person can have typed; both are told. Keys in a text field are never held: a code that a scanner typed there is
 * removed again.
 */
export function createWedgeKeys<Field extends object>(host: WedgeHost<Field>): WedgeKeys<Field> {
  const recogniser = createBurstRecogniser();
  const held = createHeldKeys(host, recogniser.excuse);
  let field: Field | null = null;
  /** What brings the field's text back, for each key of the run. */
  let earlier: (() => void)[] = [];
  let lastMs = Number.NEGATIVE_INFINITY;
  /** So long, an end mark belongs to a code that was told already. */
  let endMarkUntilMs = Number.NEGATIVE_INFINITY;
  let cancel: () => void = () => undefined;

  /** Deals with what was typed so far. */
  function conclude(burst: Burst | null, isFragment: boolean): void {
    cancel();
    if (burst !== null) tell(burst);
    else if (!isFragment || field !== null) held.giveBack();
    else dropFragment();
  }

  function dropFragment(): void {
    const count = held.drop();
    if (count > 0) host.onFragment(count);
    endMarkUntilMs = lastMs + END_MARK_MS;
  }

  function tell(burst: Burst): void {
    const taken = field === null ? 0 : host.onFieldBurst(burst, field);
    if (field === null) host.onPageBurst(burst);
    else if (taken !== null) earlier[taken]?.();
    if (taken !== null) endMarkUntilMs = lastMs + END_MARK_MS;
  }

  function settle(): void {
    const [burst, isFragment] = [recogniser.peek(), recogniser.isFragment()];
    recogniser.reset();
    conclude(burst, isFragment);
  }

  function waitForMore(ms: number): void {
    cancel();
    cancel = host.after(ms, settle);
  }

  /** What a scanner presses behind its code, so late that the code was told already. */
  function isEndMark({ press }: WedgeKey<Field>): boolean {
    return (isLineEnd(press) || isFunctionKey(press)) && press.timeMs <= endMarkUntilMs;
  }

  function add(key: WedgeKey<Field>): void {
    if (field !== null) return;
    held.hold(key, recogniser.isOneKey());
    waitForMore(recogniser.patienceMs());
  }

  /** Before the key has reached the field. Several keys can make one character. */
  function rememberText(): void {
    const count = recogniser.keyCount();
    if (field === null || count === earlier.length) return;
    const kept = count === 1 ? [] : earlier.slice(-(count - 1));
    earlier = [...kept, host.remember(field)];
  }

  function goOn(key: WedgeKey<Field>, burst: Burst): void {
    held.drop();
    if (field === null || (isLineEnd(key.press) && host.isScannersEnter(burst, field))) key.swallow();
    const isComplete = host.isComplete(burst);
    if (isComplete && burst.hasEnd) settle();
    else waitForMore(isComplete ? NEXT_KEY_MS : recogniser.patienceMs());
  }

  return {
    onKey(key) {
      if (isEndMark(key)) {
        key.swallow();
        return;
      }
      if (key.field !== field) settle();
      const before = { burst: recogniser.peek(), isFragment: recogniser.isFragment() };
      const step = recogniser.press(key.press);
      if (step === 'silent') return;
      endMarkUntilMs = Number.NEGATIVE_INFINITY;
      // A key that does not belong to what came before ends it early.
      if (step === 'first' || step === 'none') conclude(before.burst, before.isFragment);
      if (isEndMark(key)) key.swallow();
      if (step === 'first') {
        field = key.field;
        earlier = [];
      }
      rememberText();
      lastMs = key.press.timeMs;
      const burst = recogniser.peek();
      if (burst !== null) goOn(key, burst);
      else if (step !== 'none') add(key);
    },
    onKeyUp: held.onKeyUp,
    onOtherAct() {
      if (field === null && recogniser.peek() === null && !recogniser.seemsMachine()) settle();
    },
    stop() {
      cancel();
      held.giveBack();
      recogniser.reset();
    },
  };
}
