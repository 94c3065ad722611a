const BAR_CELLS = 24;
const BYTES_PER_MB = 1_000_000;

/** One line, for example `[############------------]  50 %  98 of 196 MB`. More than everything counts as everything. */
export function formatProgress(doneBytes: number, totalBytes: number): string {
  const done = Math.min(Math.max(doneBytes, 0), totalBytes);
  const share = totalBytes === 0 ? 1 : done / totalBytes;
  const cells = Math.floor(share * BAR_CELLS);
  const bar = '#'.repeat(cells) + '-'.repeat(BAR_CELLS - cells);
  const percent = String(Math.floor(share * 100)).padStart(3);
  return `[${bar}] ${percent} %  ${megabytes(done)} of ${megabytes(totalBytes)} MB`;
}

function megabytes(bytes: number): string {
  return String(Math.round(bytes / BYTES_PER_MB));
}

export interface ProgressOutput {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

export interface Progress {
  update(doneBytes: number): void;
  /** Shows the end: full if all of it came, as far as it got otherwise. */
  finish(isComplete: boolean): void;
}

/** Draws over one line on a terminal; elsewhere (a log) writes a line at each tenth. */
export function createProgress(output: ProgressOutput, totalBytes: number): Progress {
  let shownTenth = -1;
  let isLineOpen = false;
  const draw = (doneBytes: number) => {
    const line = formatProgress(doneBytes, totalBytes);
    if (output.isTTY === true) {
      output.write(`\r  ${line}`);
      isLineOpen = true;
      return;
    }
    const tenth = Math.min(10, Math.floor((doneBytes / totalBytes) * 10));
    if (tenth <= shownTenth) return;
    shownTenth = tenth;
    output.write(`  ${line}\n`);
  };
  return {
    update: draw,
    finish(isComplete) {
      if (isComplete) draw(totalBytes);
      if (isLineOpen) output.write('\n');
    },
  };
}
