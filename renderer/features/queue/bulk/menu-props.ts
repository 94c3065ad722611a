import type { BulkChange } from '../../../../core/contract/queue-calls.ts';

export type MenuProps = { readonly isEnabled: boolean; readonly onChange: (change: BulkChange) => void };
