import type { QueuePlace, QueueRow } from '../../../../core/contract/queue-calls.ts';
import type { SavedView } from '../../../../core/queue/saved-view.ts';
import type { QueueLane, QueueSort, Stage } from '../../../../core/queue/view.ts';
import type { Outcome, Priority } from '../../../../core/ticket/schema.ts';
import type { DeviceKind } from '../../../../core/values.ts';

/** Which tickets a queue view lets through, in words that the tables know. */
export interface QueueScope {
  readonly status: 'open' | 'closed';
  /** Only what this agent has, or nobody (null); `anyone` for all. */
  readonly holder: 'anyone' | { readonly assignee: string | null };
  readonly sort: QueueSort;
  readonly isReversed: boolean;
  /** Only tickets with one of these numbers; null for all. */
  readonly numbers: readonly number[] | null;
  /** Null lets every step through. */
  readonly steps: readonly { readonly playbookId: string; readonly stepIds: readonly string[] }[] | null;
  /** Leaves out what this agent has, and what nobody has; null leaves out nothing. */
  readonly othersThan: string | null;
  readonly stages: readonly Stage[];
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
  /** @param agent whose own the first lane is */
  counts(agent: string): Promise<Record<QueueLane, number>>;
}

/** Views of the queue that the desk keeps, in its order. */
export interface SavedViewRepository {
  list(): Promise<SavedView[]>;
  replaceAll(views: readonly SavedView[]): Promise<void>;
}
