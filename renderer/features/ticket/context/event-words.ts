import { assertNever } from '../../../../core/assert-never.ts';
import { findStep } from '../../../../core/playbook/engine.ts';
import type { Playbook } from '../../../../core/playbook/schema.ts';
import type { TicketEvent } from '../../../../core/ticket/schema.ts';
import { localize } from '../../../lib/localize.ts';
import { formatTime } from '../../../lib/time-words.ts';
import { learnedWords } from '../chooser/chooser-words.ts';

/** A text of the `ticket` locale file and what to put into it. */
export interface EventWords {
  readonly key: string;
  readonly values: Readonly<Record<string, string>>;
  /** Names of further texts that are put into it, translated first. */
  readonly texts: Readonly<Record<string, readonly string[]>>;
}

/** An event of the audit trail in plain words. Steps and answers that the playbook no longer has are named by their id. */
export function eventWords(event: TicketEvent, playbook: Playbook | null, language: string): EventWords {
  const words = (values: EventWords['values'] = {}, texts: EventWords['texts'] = {}): EventWords => ({
    key: `events.${event.type}`,
    values,
    texts,
  });
  const title = (stepId: string) => {
    const step = playbook === null ? null : findStep(playbook, stepId);
    return step === null ? stepId : localize(step.title, language);
  };
  switch (event.type) {
    case 'deviceAttached':
      return words({ serial: event.serial });
    case 'scanRecorded':
      return words({ mark: event.fingerprint.slice(0, 8) }, { source: [`sources.${event.source}`] });
    case 'stepAnswered':
      return words({ step: title(event.stepId), answer: answerLabel(event, playbook, language) });
    case 'stepPassed':
    case 'stepReopened':
      return words({ step: title(event.stepId) });
    case 'ownershipRecorded': {
      if (!event.isConfirmed && event.reason !== null)
        return { ...words({ reason: event.reason }), key: 'events.ownershipRefused' };
      if (!event.isConfirmed) return { ...words(), key: 'events.ownershipNotShown' };
      const evidence = event.evidence.map((seen) => `evidence.${seen}`);
      const own = event.ownEvidence.map((proof) => `, ${proof}`).join('');
      return { ...words({ own }, { evidence }), key: 'events.ownershipConfirmed' };
    }
    case 'proofsSetAside':
      return words({}, { cause: [`evidence.setAside.${event.cause}.title`] });
    case 'ownerChanged':
      if (event.reason === null) return { ...words(), key: 'events.ownerSet' };
      return words({}, { reason: [`common:ownerReasons.${event.reason}`] });
    case 'requestSubmitted':
      return words({ address: event.mailAddress ?? '' }, { channel: [`channels.${event.channel}`] });
    case 'ticketClosed':
      return words({}, { outcome: [`outcomes.${event.outcome}`] });
    case 'noteAdded':
      if (event.text === null) return { ...words(), key: 'events.noteErased' };
      return words({ text: event.text });
    case 'attachmentAdded':
      if (event.name === null) return { ...words(), key: 'events.attachmentErased' };
      return words({ name: event.name });
    case 'situationLearned':
      return words({ learned: learnedWords(event.learned, playbook, language) });
    case 'routeChanged':
      return words({ route: playbook === null ? event.playbookId : localize(playbook.title, language) });
    case 'commandUndone':
    case 'commandRedone':
      return words({ range: rangeText(event.fromSequence, event.toSequence) });
    case 'ticketAssigned':
      if (event.assignee === null) return { ...words(), key: 'events.ticketUnassigned' };
      return words({ assignee: event.assignee });
    case 'priorityChanged':
      return words({}, { priority: [`priorities.${event.priority}`] });
    case 'tagsChanged':
      if (event.tags === null) return { ...words(), key: 'events.tagsGone' };
      if (event.tags.length === 0) return { ...words(), key: 'events.tagsRemoved' };
      return words({ tags: event.tags.join(', ') });
    case 'failureReasonRecorded':
      if (event.reason === null) return { ...words(), key: 'events.failureReasonRemoved' };
      return words({}, { reason: [`failureReasons.${event.reason}`] });
    case 'reminderSet':
      return words({ at: formatTime(event.at, Date.now(), language) });
    case 'callBackAwaited':
      return words({ at: formatTime(event.until, Date.now(), language) });
    case 'clockCorrected':
      return words({ minutes: String(Math.round(event.shiftMs / 60_000)) });
    case 'codeArrived':
    case 'replyArrived':
      if (event.arrivedAt === undefined) return words();
      return {
        ...words({ at: formatTime(event.arrivedAt, Date.now(), language) }),
        key: `events.${event.type}At`,
      };
    case 'arrivalCorrected':
      return words({ at: formatTime(event.arrivedAt, Date.now(), language) });
    case 'reminderCleared':
    case 'ticketOpened':
    case 'customerAttached':
    case 'routeFailed':
    case 'codeAccepted':
    case 'codeRejected':
    case 'limitContradicted':
    case 'deviceLocked':
    case 'qrRefreshed':
    case 'passwordAccepted':
    case 'loginVerified':
    case 'ticketReopened':
    case 'attachmentRemoved':
    case 'personalDataErased':
      return words();
    default:
      return assertNever(event);
  }
}

function rangeText(from: number, to: number): string {
  return from === to ? `${from}` : `${from}–${to}`;
}

function answerLabel(
  event: Extract<TicketEvent, { type: 'stepAnswered' }>,
  playbook: Playbook | null,
  language: string,
): string {
  const step = playbook === null ? null : findStep(playbook, event.stepId);
  const answer = step?.answers.find(({ id }) => id === event.answerId);
  return answer === undefined ? event.answerId : localize(answer.label, language);
}
