import type { RecordKind } from '../../../../core/records/record-entry.ts';
import type { SequenceRange } from '../../../../core/ticket/take-back.ts';

/** What a command did to one record, or that it moved scans; enough to take it back. In the order it was done. */
export type CommandPart = TicketPart | RecordPart | ScansPart;

export interface TicketPart extends SequenceRange {
  readonly of: 'ticket';
  readonly id: string;
}

export interface RecordPart extends SequenceRange {
  readonly of: RecordKind;
  readonly id: string;
}

export interface ScansPart {
  readonly of: 'scans';
  readonly ids: readonly string[];
  readonly fromTicketId: string;
  readonly toTicketId: string;
}

export interface CommandRecord {
  readonly id: string;
  readonly name: string;
  readonly actor: string;
  /** Epoch ms; of the last change where typing went on. */
  readonly at: number;
  readonly parts: readonly CommandPart[];
  /** Commands of one run are undone together; null for one that stands alone. */
  readonly runId: string | null;
  readonly isUndone: boolean;
}

/** Commands that can be undone, each agent's in their order. */
export interface CommandRepository {
  /** Also forgets what is older than `keepSince` (epoch ms). */
  insert(command: Omit<CommandRecord, 'isUndone'>, keepSince: number): Promise<void>;
  find(id: string): Promise<CommandRecord | null>;
  /** In the order they were done. */
  listOfRun(runId: string): Promise<CommandRecord[]>;
  /** The agent's last command that is not undone. */
  findLastDone(actor: string, since: number): Promise<CommandRecord | null>;
  /** The agent's last undone command, unless something new was done since. */
  findLastUndone(actor: string, since: number): Promise<CommandRecord | null>;
  /** Typing went on: the same command reaches further. */
  extend(id: string, parts: readonly CommandPart[], at: number): Promise<void>;
  markUndone(command: CommandRecord, isUndone: boolean): Promise<void>;
}

/** What a command was about, enough to read its answer again. Never the answer itself, which may hold a payload. */
export interface Receipt {
  /** The ticket, customer or device of the answer. */
  readonly recordId: string;
  /** The answer is about a record that was there before (`isExisting`, `isOther`). */
  readonly isOther: boolean;
}

/** Remembers which commands were carried out, so that one that is sent again changes nothing twice. */
export interface RequestRepository {
  find(requestId: string): Promise<Receipt | null>;
  /** Also forgets what is older than `keepSince` (epoch ms). */
  remember(requestId: string, receipt: Receipt, at: number, keepSince: number): Promise<void>;
}
