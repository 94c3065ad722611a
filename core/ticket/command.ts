import type { Checklist, SeenProofs } from '../ownership/checklist.ts';
import type { Playbook } from '../playbook/schema.ts';
import type { Situation } from '../playbook/situation.ts';
import type { Evidence, FailureReason, Outcome, Priority, SetAsideCause, TicketEvent } from './schema.ts';

/** What can be done to a ticket; the contract's `ticket.*` commands without their look-ups. */
export type TicketCommand =
  /** Without an assignee the ticket is for whoever takes it. */
  | { readonly type: 'open'; readonly assignee?: string | null }
  | {
      readonly type: 'attachCustomer';
      readonly customerId: string;
      readonly ownerId: string | null;
      /** Nobody has said so: the device is registered to him. */
      readonly isPresumed?: boolean;
    }
  | {
      readonly type: 'attachDevice';
      readonly deviceId: string;
      readonly serial: string;
      /** Whom the device is registered to; null where nobody is known to own it. */
      readonly ownerId: string | null;
    }
  | ({ readonly type: 'recordScan' } & Omit<Extract<TicketEvent, { type: 'scanRecorded' }>, 'type'>)
  | AnswerStepCommand
  | { readonly type: 'learn'; readonly learned: Situation }
  /** Goes on with another procedure. Whether it is worth it says `chooser.ts`. */
  | { readonly type: 'takeRoute'; readonly playbook: Playbook }
  /** What was seen of the owner after all, outside the step that asks for it. */
  | ({ readonly type: 'recordOwnership'; readonly checklist: Checklist } & SeenProofs)
  /** The ticket of somebody else was merged into this one. */
  | { readonly type: 'setProofsAside'; readonly cause: SetAsideCause }
  | { readonly type: 'reopenStep'; readonly stepId: string }
  | { readonly type: 'setReminder'; readonly at: number }
  | { readonly type: 'clearReminder' }
  | { readonly type: 'awaitCallBack'; readonly until: number }
  | { readonly type: 'correctClock'; readonly shiftMs: number }
  | { readonly type: 'addNote'; readonly text: string }
  | CloseCommand
  | { readonly type: 'reopen' }
  | { readonly type: 'assign'; readonly assignee: string | null }
  | { readonly type: 'setPriority'; readonly priority: Priority }
  | { readonly type: 'setTags'; readonly tags: readonly string[] }
  | { readonly type: 'recordFailureReason'; readonly reason: FailureReason | null };

export type CloseCommand = {
  readonly type: 'close';
  readonly outcome: Outcome;
  readonly mergedIntoTicketId: string | null;
  readonly failureReason?: FailureReason | null;
  /** Why ownership was not accepted; nobody is sent away as `refused` without it. */
  readonly refusalReason?: string | null;
};

export type AnswerStepCommand = {
  readonly type: 'answerStep';
  readonly stepId: string;
  readonly answerId: string;
  readonly evidence: readonly Evidence[];
  readonly ownEvidence?: readonly string[];
  /** Why ownership was not accepted, for the answer that says so. */
  readonly refusalReason?: string | null;
  readonly mailAddress: string | null;
  /** When the mail with the code or the reply came, for the answers that say so; null for now. */
  readonly arrivedAt?: number | null;
  /** What the desk insists on before a reset; nothing where it is not given. */
  readonly checklist?: Checklist;
};
