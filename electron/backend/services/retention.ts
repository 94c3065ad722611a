import { monthsBefore, type Retention } from '../../../core/privacy/retention.ts';
import { readDeskSettings } from './desk-settings.ts';
import { eraseCustomer } from './erase-customer.ts';
import type { Work } from './work.ts';

/** Runs one transaction; calls of windows are answered between two of them. */
export type InTransaction = <Result>(run: (work: Work) => Promise<Result>) => Promise<Result>;

/** As long as a removed record can be brought back by an undo. */
const removedDetailsKeptMs = 30 * 24 * 60 * 60 * 1000;

/** How many customers the rule would erase now. */
export async function previewRetention(transact: InTransaction, { customers }: Retention): Promise<number> {
  if (customers === null) return 0;
  let found = 0;
  await forEachIdle(transact, customers.months, async (_, customerIds) => {
    found += customerIds.length;
  });
  return found;
}

/** Does what the desk's rules say, once a day. Each customer is erased whole or not at all. */
export async function runRetention(transact: InTransaction): Promise<void> {
  const { customers } = await transact(async (work) => {
    await work.repositories.privacy.eraseRemovedDetails(work.now - removedDetailsKeptMs);
    return (await readDeskSettings(work)).settings.retention;
  });
  if (customers !== null) {
    const { nameInstead } = customers;
    await forEachIdle(transact, customers.months, async (work, customerIds) => {
      for (const customerId of customerIds)
        await eraseCustomer(work, { customerId, nameInstead }, 'retention');
    });
  }
  await transact(async ({ repositories, now }) => repositories.privacy.putRetentionRun(now));
}

async function forEachIdle(
  transact: InTransaction,
  months: number,
  take: (work: Work, customerIds: readonly string[]) => Promise<void>,
): Promise<void> {
  let after: string | null = null;
  do {
    after = await transact(async (work) => {
      const closedBefore = monthsBefore(work.now, months);
      const { customerIds, next } = await work.repositories.privacy.findIdle(after, closedBefore);
      await take(work, customerIds);
      return next;
    });
  } while (after !== null);
}
