import { LEVELS } from '../../core/testkit/level.ts';
import { alignColumns } from './align-columns.ts';
import type { BenchCase, CaseKind } from './bench-cases.ts';
import { ONE_PASS } from './bench-decoders.ts';

/** One decoder on one case. */
export interface Attempt {
  readonly decoder: string;
  readonly kind: CaseKind;
  readonly level: BenchCase['level'];
  /** Every expected text was found. */
  readonly isRead: boolean;
  /** Texts that are not in the picture. */
  readonly wrongTexts: number;
  readonly ms: number;
}

/** One line for each decoder: rates by kind and level in %, wrong texts, false positives, times. */
export function formatTable(attempts: readonly Attempt[]): string {
  const has = (kind: CaseKind) => attempts.some((attempt) => attempt.kind === kind);
  // Generated pictures always have a column for calls, so that a machine without the codec says so.
  const kinds = (['webcam', 'share', 'phone', 'call', 'files'] as const).filter(
    (kind) => has(kind) || (kind === 'call' && has('share')),
  );
  const reference = emptyMedian(attempts.filter(({ decoder }) => decoder === ONE_PASS));
  const head = [
    'decoder',
    ...kinds.flatMap((kind) => [
      `${kind} %`,
      ...(kind === 'files' || !has(kind) ? [] : LEVELS.map((level) => `L${level}`)),
    ]),
    'wrong texts',
    'false positives',
    'median ms',
    'p95 ms',
    'nothing to find: ms',
    'x one pass',
  ];
  const names = [...new Set(attempts.map(({ decoder }) => decoder))];
  const rows = names.map((name) => {
    const own = attempts.filter(({ decoder }) => decoder === name);
    const cells = kinds.flatMap((kind) => (has(kind) ? rates(own, kind) : ['not here']));
    return [name, ...cells, ...faultsAndTimes(own, reference)];
  });
  return alignColumns([head, ...rows]);
}

function rates(attempts: readonly Attempt[], kind: CaseKind): readonly string[] {
  const own = attempts.filter((attempt) => attempt.kind === kind);
  if (kind === 'files') return [percent(own)];
  return [percent(own), ...LEVELS.map((level) => percent(own.filter((attempt) => attempt.level === level)))];
}

function percent(attempts: readonly Attempt[]): string {
  if (attempts.length === 0) return '-';
  return String(Math.round((100 * attempts.filter(({ isRead }) => isRead).length) / attempts.length));
}

function faultsAndTimes(attempts: readonly Attempt[], reference: number | null): readonly string[] {
  const times = attempts.map(({ ms }) => ms);
  const empty = emptyMedian(attempts);
  const sum = (of: readonly Attempt[]) => of.reduce((total, { wrongTexts }) => total + wrongTexts, 0);
  return [
    String(sum(attempts.filter(({ kind }) => kind !== 'none'))),
    String(sum(attempts.filter(({ kind }) => kind === 'none'))),
    quantile(times, 0.5).toFixed(0),
    quantile(times, 0.95).toFixed(0),
    empty === null ? '-' : empty.toFixed(0),
    empty === null || reference === null ? '-' : (empty / reference).toFixed(1),
  ];
}

function emptyMedian(attempts: readonly Attempt[]): number | null {
  const times = attempts.filter(({ kind }) => kind === 'none').map(({ ms }) => ms);
  return times.length === 0 ? null : quantile(times, 0.5);
}

/** The value that a share of the others does not exceed; 0 of nothing. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
