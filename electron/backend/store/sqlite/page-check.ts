import { CallError, storeFailureOf } from '../../../../core/contract/errors.ts';
import type { Connection } from './connection.ts';
import { translateFailure } from './failure.ts';

/**
 * Reads every page of every table and index and checks its HMAC and its form.
 *
 * @returns what is wrong in SQLite's words (pages and names of ours, no content), or null for a whole database
 * @throws CallError `store_failed` when the file can not be read for another reason than damage
 */
export function findPageFault(connection: Connection): string | null {
  try {
    const rows = connection.prepare('pragma quick_check(1)').pluck().all();
    return rows[0] === 'ok' ? null : String(rows[0]);
  } catch (error) {
    const failure = translateFailure(error);
    if (failure instanceof CallError && storeFailureOf(failure) === 'damaged') return 'unreadable page';
    throw failure;
  }
}
