/** Nobody presses several different keys one after the other as fast as this, in milliseconds; most scanners do. */
const TOO_FAST_MS = 35;

/** So many gaps at about that speed, or so many even ones, before they mean anything: a single pause does not change it. */
const MIN_FAST_GAPS = 2;
const MIN_EVEN_GAPS = 3;

/** Three gaps of a person are by chance alike now and then; four hardly ever. */
const MIN_EXACT_GAPS = 4;

/** An even gap differs from the middle one by so much at most; what a busy computer adds counts as even, too. */
const EVEN_SHARE = 0.2;
const EVEN_MS = 6;

/** People are never as regular for long as this share of even gaps. */
const EVEN_GAPS = 0.8;

/**
 * Whether keys came as a machine presses them: too fast for a person, or too evenly.
 *
 * @param gaps milliseconds from each key to the next
 */
export function isMachineRhythm(gaps: readonly number[]): boolean {
  return isFast(gaps) || isEven(gaps);
}

/** Whether most keys came too fast for a person. */
export function isFast(gaps: readonly number[]): boolean {
  return gaps.length >= MIN_FAST_GAPS && middleOf(gaps) <= TOO_FAST_MS;
}

/** Whether no person can have pressed these keys, not one of them. */
export function isTooFast(gaps: readonly number[]): boolean {
  return gaps.every((gap) => gap <= TOO_FAST_MS);
}

/** Whether not one of these gaps is a person's: each is as long as the others. */
export function isExact(gaps: readonly number[]): boolean {
  const middle = middleOf(gaps);
  return gaps.length >= MIN_EXACT_GAPS && gaps.every((gap) => Math.abs(gap - middle) <= EVEN_MS);
}

function isEven(gaps: readonly number[]): boolean {
  if (gaps.length < MIN_EVEN_GAPS) return false;
  const middle = middleOf(gaps);
  const even = gaps.filter((gap) => Math.abs(gap - middle) <= Math.max(EVEN_MS, middle * EVEN_SHARE));
  return even.length >= gaps.length * EVEN_GAPS;
}

function middleOf(gaps: readonly number[]): number {
  return (
    gaps.toSorted((left, right) => left - right)[Math.floor(gaps.length / 2)] ?? Number.POSITIVE_INFINITY
  );
}
