import { describe, expect, it } from 'vitest';
import { createProgress, formatProgress } from './progress.ts';

const TOTAL = 196_264_810;

function collect(isTTY: boolean) {
  const written: string[] = [];
  return { written, output: { isTTY, write: (text: string) => written.push(text) } };
}

describe('formatProgress', () => {
  it.each([
    [0, '[------------------------]   0 %  0 of 196 MB'],
    [TOTAL / 2, '[############------------]  50 %  98 of 196 MB'],
    [TOTAL, '[########################] 100 %  196 of 196 MB'],
  ])('shows %d bytes', (done, line) => {
    expect(formatProgress(done, TOTAL)).toBe(line);
  });

  it('never shows more than everything, nor less than nothing', () => {
    expect(formatProgress(TOTAL * 2, TOTAL)).toBe(formatProgress(TOTAL, TOTAL));
    expect(formatProgress(-1, TOTAL)).toBe(formatProgress(0, TOTAL));
  });
});

describe('progress', () => {
  it('draws over the same line of a terminal and ends it', () => {
    const { written, output } = collect(true);
    const progress = createProgress(output, 100);
    progress.update(10);
    progress.update(11);
    progress.finish(true);
    expect(written.slice(0, -1).every((text) => text.startsWith('\r') && !text.includes('\n'))).toBe(true);
    expect(written.at(-2)).toContain('100 %');
    expect(written.at(-1)).toBe('\n');
  });

  it('writes whole lines to a log, one for each tenth at most', () => {
    const { written, output } = collect(false);
    const progress = createProgress(output, 1000);
    for (let bytes = 0; bytes <= 1000; bytes += 5) progress.update(bytes);
    progress.finish(true);
    expect(written).toHaveLength(11);
    expect(written.every((text) => !text.includes('\r') && text.endsWith('\n'))).toBe(true);
  });

  it('does not claim to be complete after a failure', () => {
    const { written, output } = collect(false);
    const progress = createProgress(output, 100);
    progress.update(50);
    progress.finish(false);
    expect(written.join('')).not.toContain('100 %');
  });
});
