import type { Receipt } from '../store/ports/commands.ts';
import type { Work } from './work.ts';

/** Who asks for what, and which request it is. */
export interface Call {
  readonly requestId: string;
  /** The endpoint. */
  readonly name: string;
  readonly actor: string;
}

/** What changes records; the receipt says which record the answer is read from. */
export type Change = (work: Work) => Promise<Receipt>;

/** Carries out what a handler asks for, each in one transaction. */
export interface Transactions {
  /**
   * For what reads or may be done twice.
   *
   * @throws CallError `store_locked` before the database is open
   */
  perform<Result>(call: Call, run: (work: Work) => Promise<Result>): Promise<Result>;

  /**
   * Carries out a command once, however often its request is sent: change and request id are one transaction.
   * The answer is read after the change, and read again for a request that comes again.
   */
  command<Answer>(
    call: Call,
    change: Change,
    answer: (work: Work, receipt: Receipt) => Promise<Answer>,
  ): Promise<Answer>;
}

/**
 * What a handler is given besides the input. A subject that needs more of the backend than transactions says what:
 * so it can be read and tested without the rest, and the backend knows the subjects, not they it.
 */
export interface Context<Needs = unknown> extends Call {
  readonly backend: Transactions & Needs;
}
