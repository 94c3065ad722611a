import type { BulkChange } from '../../../../core/contract/queue-calls.ts';

/** The menus of the bar, by their commands. */
export const barMenus = ['queue.assign', 'queue.priority', 'queue.tag', 'queue.close'] as const;
export type BarMenu = (typeof barMenus)[number];

export type MenuProps = {
  readonly isEnabled: boolean;
  /** The menu whose key was pressed before the bar was there. */
  readonly opening: BarMenu | null;
  readonly onChange: (change: BulkChange) => void;
};
