import { setImmediate as otherWork } from 'node:timers/promises';
import { CallError } from '../../../core/contract/errors.ts';
import { monthsBefore, type Retention } from '../../../core/privacy/retention.ts';
import { readDeskSettings } from '../settings/index.ts';
import { removeAttachment } from '../tickets/index.ts';
import type { Work } from '../work/work.ts';
import { eraseCustomer } from './erase-customer.ts';

/** Runs one transaction. */
export type InTransaction = <Result>(run: (work: Work) => Promise<Result>) => Promise<Result>;

const dayMs = 24 * 60 * 60 * 1000;

/** As long as a removed record can be brought back by an undo. */
const removedDetailsKeptMs = 30 * dayMs;

/** Removed in one transaction. */
const attachmentsPerTurn = 100;
/** More are not counted one by one. */
const attachmentsCounted = 100_000;

/** How much the rules would erase now. */
export async function previewRetention(
  transact: InTransaction,
  { customers, attachments }: Retention,
): Promise<{ customers: number; attachments: number }> {
  const found = { customers: 0, attachments: 0 };
  if (customers !== null)
    await forEachIdle(transact, customers.months, async (customerIds) => {
      found.customers += customerIds.length;
    });
  if (attachments !== null) {
    const outlived = await transact((work) => listOutlived(work, attachments.days, attachmentsCounted));
    found.attachments = outlived.length;
  }
  return found;
}

/**
 * Does what the desk's rules say, once a day. Each customer is erased whole or not at all; one that can not be erased keeps
 * none of the others, and is tried again by the next run.
 *
 * @throws what kept the first of them
 */
export async function runRetention(transact: InTransaction): Promise<void> {
  const { customers, attachments } = await transact(async (work) => {
    work.leaveNoCopy();
    await work.repositories.privacy.eraseRemovedDetails(work.now - removedDetailsKeptMs);
    return (await readDeskSettings(work)).settings.retention;
  });
  const failures: unknown[] = [];
  if (customers !== null) {
    const { nameInstead } = customers;
    await forEachIdle(transact, customers.months, async (customerIds) => {
      for (const customerId of customerIds) {
        await transact((work) => eraseIfIdle(work, { customerId, nameInstead })).catch((error: unknown) =>
          failures.push(error),
        );
        await otherWork();
      }
    });
  }
  if (attachments !== null) {
    let isMore = true;
    while (isMore) {
      isMore = await removeOutlived(transact, attachments.days);
      await otherWork();
    }
  }
  if (failures.length > 0) throw failures[0];
  await transact(async ({ repositories, now }) => repositories.privacy.putRetentionRun(now));
}

function listOutlived(work: Work, days: number, limit: number): Promise<string[]> {
  return work.repositories.attachments.listOutlived(work.now - days * dayMs, limit);
}

/** Some of them; answers whether there may be more. */
function removeOutlived(transact: InTransaction, days: number): Promise<boolean> {
  return transact(async (work) => {
    const ids = await listOutlived(work, days, attachmentsPerTurn);
    for (const id of ids) await removeAttachment(work, id);
    return ids.length === attachmentsPerTurn;
  });
}

/** A ticket may have been opened since the customer was found. */
async function eraseIfIdle(
  work: Work,
  which: { readonly customerId: string; readonly nameInstead: string },
): Promise<void> {
  try {
    await eraseCustomer(work, which, 'retention');
  } catch (error) {
    if (!(error instanceof CallError && (error.code === 'refused' || error.code === 'not_found')))
      throw error;
  }
}

/** Between two transactions calls are answered. */
async function forEachIdle(
  transact: InTransaction,
  months: number,
  take: (customerIds: readonly string[]) => Promise<void>,
): Promise<void> {
  let after: string | null = null;
  do {
    const { customerIds, next } = await transact((work) =>
      work.repositories.privacy.findIdle(after, monthsBefore(work.now, months)),
    );
    await take(customerIds);
    after = next;
  } while (after !== null);
}
