import { describe, it } from 'vitest';
import { findPostgres } from './programs.ts';

export const hasPostgres = findPostgres() !== null;

const LACK = 'needs PostgreSQL 15 or later (apt-get install postgresql)';

/** Tests that need a real server. `npm test` installs it where it may; elsewhere they say that they did not run. */
export function describeOnPostgres(name: string, tests: () => void): void {
  if (hasPostgres) {
    describe(name, tests);
    return;
  }
  // The reporter shows no more than a number of those that were skipped.
  process.stderr.write(`Skipped: ${name}: ${LACK}\n`);
  it.skip(`${name}: ${LACK}`, () => undefined);
}
