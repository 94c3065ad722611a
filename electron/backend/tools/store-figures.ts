/** What was measured, in milliseconds. */
export interface Figure {
  readonly store: string;
  readonly work: string;
  readonly p50: number;
  readonly p95: number;
  /** From the storage note, for p95; null where it sets none. */
  readonly goalMs: number | null;
}

/** Runs `work` so many times; its first run is not measured. */
export async function measure(
  store: string,
  work: string,
  goalMs: number | null,
  times: number,
  run: (round: number) => unknown,
): Promise<Figure> {
  await run(0);
  const taken: number[] = [];
  for (let round = 1; round <= times; round += 1) {
    const startedAt = performance.now();
    await run(round);
    taken.push(performance.now() - startedAt);
  }
  taken.sort((a, b) => a - b);
  const at = (part: number) => taken[Math.min(taken.length - 1, Math.floor(taken.length * part))] ?? 0;
  return { store, work, p50: at(0.5), p95: at(0.95), goalMs };
}

/** One line for each figure, with columns under one another. */
export function formatFigures(figures: readonly Figure[]): string {
  const rows = [
    ['store', 'work', 'p50 ms', 'p95 ms', 'goal', ''],
    ...figures.map(({ store, work, p50, p95, goalMs }) => [
      store,
      work,
      p50.toFixed(2),
      p95.toFixed(2),
      goalMs === null ? '' : `< ${goalMs}`,
      goalMs === null ? '' : p95 < goalMs ? 'met' : 'MISSED',
    ]),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
