import type { ClockMemory } from '../../../../core/clock/desk-clock.ts';
import type { CheckResult } from '../../../../core/contract/safety-calls.ts';
import type { MessageTemplate } from '../../../../core/message/template.ts';
import type { Playbook } from '../../../../core/playbook/schema.ts';
import type { PlaybookRef } from '../../../../core/ticket/replay.ts';
import type { Timer, TimerKind } from '../../../../core/ticket/timers.ts';

/** What belongs to the agent's desk: half-typed text, and where the agent was. */
export interface DeskRepository {
  /** An empty text removes the draft. */
  putDraft(scope: string, field: string, text: string, at: number): Promise<void>;
  listDrafts(scope: string): Promise<{ field: string; text: string }[]>;
  /** The file that an export is being written to under another name; null while there is none. */
  getExportFile(): Promise<string | null>;
  setExportFile(path: string | null): Promise<void>;
  getLastTicket(): Promise<string | null>;
  setLastTicket(ticketId: string | null): Promise<void>;
  /** Who has acted last; null before anybody has. */
  getAgent(): Promise<string | null>;
  setAgent(name: string): Promise<void>;
  /** Null before the first run. */
  getClock(): Promise<ClockMemory | null>;
  setClock(memory: ClockMemory): Promise<void>;
}

/** A time of an open ticket that has come. */
export interface Alarm {
  readonly ticketId: string;
  readonly ticketNumber: number;
  /** Whose ticket it is; null for nobody's. */
  readonly assignee: string | null;
  readonly kind: TimerKind;
  /** Epoch ms. */
  readonly at: number;
}

/** The times of all open tickets, each told once and never again. */
export interface AlarmRepository {
  /** Replaces a ticket's times. Those that stay keep whether they were told; the agent was just there, so told ones are seen. */
  put(ticketId: string, timers: readonly Timer[], now: number): Promise<void>;
  /** What has come since, the earliest first; told from now on. */
  takeDue(now: number, limit: number): Promise<Alarm[]>;
  markSeen(ticketId: string, now: number): Promise<void>;
  /** Told and not seen, of this agent's tickets and of those that are nobody's; the latest first. */
  listUnseen(agent: string, limit: number): Promise<Alarm[]>;
  /** The first time that is still to come, of any ticket. */
  nextAt(now: number): Promise<number | null>;
  /** Tickets that have any. */
  listTicketIds(): Promise<string[]>;
}

/** Whether the desk works by a procedure of the supervisor's folder. */
export type ProcedureDecision = 'approved' | 'refused';

/** Every version of a procedure that a ticket was ever on; none is ever changed or removed. */
export interface PlaybookRepository {
  /** A version that is there stays as it is. */
  keep(playbook: Playbook, at: number): Promise<void>;
  find(ref: PlaybookRef): Promise<Playbook | null>;
  list(): Promise<Playbook[]>;
  /** By the procedure's digest. */
  listDecisions(): Promise<ReadonlyMap<string, ProcedureDecision>>;
  putDecision(digest: string, decision: ProcedureDecision, at: number, actor: string): Promise<void>;
}

/** The last check of the database, and where the next one goes on. */
export interface CheckRecord {
  readonly result: CheckResult;
  /** The ticket behind which the next check of histories begins; null for the first. */
  readonly stoppedAfter: string | null;
}

export interface SafetyRepository {
  getCheck(): Promise<CheckRecord | null>;
  putCheck(check: CheckRecord): Promise<void>;
}

export interface StoredTemplate {
  readonly template: MessageTemplate;
  /** 0 for one that is not stored yet. */
  readonly version: number;
}

/** The desk's own messages, and the settings that everyone at the desk shares. */
export interface WordsRepository {
  /** Oldest first. */
  listTemplates(): Promise<StoredTemplate[]>;
  /** Null when the version is not the stored one: somebody else was faster. */
  putTemplate(entry: StoredTemplate, at: number): Promise<StoredTemplate | null>;
  /** False when the version is not the stored one. */
  removeTemplate(id: string, version: number): Promise<boolean>;
  getShared(name: string): Promise<{ value: unknown; version: number } | null>;
  /** False when the version is not the stored one; 0 for a name that is not stored yet. */
  putShared(name: string, value: unknown, version: number, at: number): Promise<boolean>;
}
