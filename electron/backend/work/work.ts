import type { EventName, EventPayload } from '../../../core/contract/contract.ts';
import type { Repositories } from '../store/ports/store.ts';
import type { Journal } from './journal.ts';
import type { KnownPlaybooks } from './known-playbooks.ts';
import type { UndoneWords } from './undone-words.ts';

/** An event of the contract with its payload. */
export type Announcement = {
  [Name in EventName]: { readonly name: Name; readonly payload: EventPayload<Name> };
}[EventName];

/** What a service works with inside one transaction. */
export interface Work {
  readonly repositories: Repositories;
  readonly playbooks: KnownPlaybooks;
  /** Epoch ms, the same for all of one command. */
  readonly now: number;
  /** Who acts, for the audit trail. */
  readonly actor: string;
  /** What this command has changed so far; becomes the command that can be undone. */
  readonly journal: Journal;
  /** What undo took out of the database and redo puts back. */
  readonly undoneWords: UndoneWords;
  /** What this transaction erases is not left in the database's own log of changes either. */
  readonly leaveNoCopy: () => void;
  /** A new UUIDv7. */
  readonly newId: () => string;
  /** Tells every window, once the transaction is durable. */
  readonly announce: (announcement: Announcement) => void;
}
