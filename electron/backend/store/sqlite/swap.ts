import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { SWAP_MARK_SUFFIX } from '../../../../core/contract/safety-calls.ts';
import { syncFile, syncFolder } from '../../../files/durable.ts';

/** A database file and what SQLite keeps beside it. */
const parts = ['', '-wal', '-shm', '-journal'] as const;

/** Where a database is made ready before it takes the place of the present one. */
export function preparedFile(file: string): string {
  return `${file}.prepared`;
}

export function removeDatabase(file: string): void {
  for (const part of parts) rmSync(`${file}${part}`, { force: true });
}

/**
 * Puts the prepared database in the place of the present one, which is moved aside with its latest changes. Neither may
 * be open. A crash at any point leaves the old database or, with the next {@link completeSwap}, the new one: the mark says
 * that the prepared one is whole and how far-reaching the change is.
 *
 * @param aside where the present one goes
 */
export function swapIn(file: string, aside: string): void {
  syncFile(preparedFile(file));
  const mark = `${file}${SWAP_MARK_SUFFIX}`;
  writeFileSync(`${mark}.part`, aside);
  syncFile(`${mark}.part`);
  renameSync(`${mark}.part`, mark);
  syncFolder(dirname(file));
  completeSwap(file);
}

/** Finishes a swap that a crash cut off; nothing to do otherwise. */
export function completeSwap(file: string): void {
  const mark = `${file}${SWAP_MARK_SUFFIX}`;
  if (!existsSync(mark)) return;
  const aside = readFileSync(mark, 'utf8');
  const prepared = preparedFile(file);
  if (existsSync(prepared)) {
    for (const part of parts)
      if (existsSync(`${file}${part}`) && !existsSync(`${aside}${part}`))
        renameSync(`${file}${part}`, `${aside}${part}`);
    renameSync(prepared, file);
    syncFolder(dirname(file));
  }
  rmSync(mark);
  syncFolder(dirname(file));
}
