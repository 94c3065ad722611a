import { describe, it } from 'vitest';
import { findPostgres } from './programs.ts';

export const hasPostgres = findPostgres() !== null;

/** Tests that need a real server. `npm test` installs it where it may; elsewhere they say that they did not run. */
export function describeOnPostgres(name: string, tests: () => void): void {
  if (hasPostgres) describe(name, tests);
  else it.skip(`${name}: needs PostgreSQL 15 or later (apt-get install postgresql)`, () => undefined);
}
