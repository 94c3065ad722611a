import type { QueuePlace, QueueRow } from '../../../../core/contract/queue-calls.ts';
import type { SavedView } from '../../../../core/queue/saved-view.ts';
import type { QueueLane, QueueSort } from '../../../../core/queue/view.ts';
import type { Outcome, Priority } from '../../../../core/ticket/schema.ts';
import type { DeviceKind } from '../../../../core/values.ts';

/** Which tickets a queue view lets through, in words that the tables know. */
export interface QueueScope {
  readonly lane: QueueLane;
  readonly sort: QueueSort;
  readonly isReversed: boolean;
  /** Only tickets with one of these numbers; null for all. */
  readonly numbers: readonly number[] | null;
  /** Null lets every step through. */
  readonly steps: readonly { readonly playbookId: string; readonly stepIds: readonly string[] }[] | null;
  readonly outcomes: readonly Outcome[];
  readonly kinds: readonly DeviceKind[];
  /** Null is nobody. */
  readonly assignees: readonly (string | null)[];
  readonly priorities: readonly Priority[];
  readonly tags: readonly string[];
  readonly vendors: readonly string[];
}

/** Ordered lists of tickets, read from place to place. No call looks at more than a bounded number of tickets. */
export interface QueueRepository {
  page(
    scope: QueueScope,
    part: {
      readonly from: QueuePlace | null;
      readonly direction: 'forward' | 'backward';
      /** Rows to leave out first; a few, because they are walked over. */
      readonly skip: number;
      readonly limit: number;
    },
  ): Promise<{ rows: QueueRow[]; next: QueuePlace | null }>;
  /** Every `stride`-th place of a bounded part of the list, and the number of rows in that part. */
  walk(
    scope: QueueScope,
    from: QueuePlace | null,
    stride: number,
  ): Promise<{ places: QueuePlace[]; rows: number; next: QueuePlace | null }>;
  /** Tickets of a bounded part of the list. */
  listIds(scope: QueueScope, from: QueuePlace | null): Promise<{ ids: string[]; next: QueuePlace | null }>;
  counts(): Promise<Record<QueueLane, number>>;
}

/** Views of the queue that the desk keeps, in its order. */
export interface SavedViewRepository {
  list(): Promise<SavedView[]>;
  replaceAll(views: readonly SavedView[]): Promise<void>;
}
