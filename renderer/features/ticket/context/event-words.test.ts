import { describe, expect, it } from 'vitest';
import locale from '../../../../assets/locales/en/ticket.json' with { type: 'json' };
import {
  evidenceSchema,
  failureReasonSchema,
  outcomeSchema,
  prioritySchema,
  type TicketEvent,
} from '../../../../core/ticket/schema.ts';
import { scanSourceSchema } from '../../../../core/values.ts';
import { smallPlaybook } from '../testing/small-ticket.ts';
import { eventWords } from './event-words.ts';

const fingerprint = 'abcdef0123456789'.repeat(4);
const id = '01a20987-37ec-762b-b9ac-f71a0ec68c0a';

const events: TicketEvent[] = [
  { type: 'ticketOpened', playbookId: 'small', playbookVersion: 1, stepId: 'ownership' },
  { type: 'customerAttached', customerId: id },
  { type: 'deviceAttached', deviceId: id, serial: 'ABC123' },
  ...scanSourceSchema.options.map((source) => ({
    type: 'scanRecorded' as const,
    scanId: id,
    fingerprint,
    source,
  })),
  { type: 'stepAnswered', stepId: 'ownership', answerId: 'yes', nextStepId: 'scan' },
  { type: 'stepPassed', stepId: 'scan', nextStepId: 'submit' },
  { type: 'stepReopened', stepId: 'scan' },
  {
    type: 'ownershipRecorded',
    isConfirmed: true,
    evidence: [...evidenceSchema.options],
    ownEvidence: ['Contract number'],
    reason: null,
  },
  { type: 'ownershipRecorded', isConfirmed: false, evidence: [], ownEvidence: [], reason: null },
  { type: 'ownershipRecorded', isConfirmed: false, evidence: [], ownEvidence: [], reason: 'No paper' },
  { type: 'requestSubmitted', channel: 'dmss', fingerprint, mailAddress: null },
  { type: 'requestSubmitted', channel: 'mail', fingerprint, mailAddress: 'a@example.org' },
  { type: 'codeArrived', fingerprint },
  { type: 'codeArrived', fingerprint, arrivedAt: 1 },
  { type: 'situationLearned', learned: { mailbox: 'lost' } },
  { type: 'routeChanged', playbookId: 'other', playbookVersion: 1, stepId: 'ownership' },
  { type: 'requestSubmitted', channel: 'vendor', fingerprint: null, mailAddress: null },
  { type: 'replyArrived' },
  { type: 'replyArrived', arrivedAt: 1 },
  { type: 'arrivalCorrected', arrivedAt: 1 },
  { type: 'callBackAwaited', until: 1 },
  { type: 'routeFailed' },
  { type: 'codeAccepted' },
  { type: 'codeRejected' },
  { type: 'deviceLocked' },
  { type: 'qrRefreshed' },
  { type: 'passwordAccepted' },
  { type: 'loginVerified' },
  { type: 'noteAdded', text: 'Calls back' },
  ...outcomeSchema.options.map((outcome) => ({
    type: 'ticketClosed' as const,
    outcome,
    mergedIntoTicketId: null,
  })),
  { type: 'ticketReopened' },
  { type: 'ticketAssigned', assignee: 'Ada' },
  { type: 'ticketAssigned', assignee: null },
  ...prioritySchema.options.map((priority) => ({ type: 'priorityChanged' as const, priority })),
  { type: 'tagsChanged', tags: ['shop', 'urgent'] },
  { type: 'tagsChanged', tags: [] },
  ...failureReasonSchema.options.map((reason) => ({ type: 'failureReasonRecorded' as const, reason })),
  { type: 'failureReasonRecorded', reason: null },
  { type: 'commandUndone', fromSequence: 2, toSequence: 4, isQrForgotten: false },
  { type: 'commandRedone', fromSequence: 2, toSequence: 2, isQrForgotten: false },
];

/** The text at a path like `events.codeArrived`. */
function textAt(key: string): unknown {
  return key
    .split('.')
    .reduce<unknown>((node, part) => Object.entries(node ?? {}).find(([name]) => name === part)?.[1], locale);
}

describe('eventWords', () => {
  it.each(events)('has texts for $type, and fills every place in them', (event) => {
    const words = eventWords(event, smallPlaybook, 'en');
    const text = textAt(words.key);
    expect(text).toBeTypeOf('string');
    const places = [...String(text).matchAll(/\{\{(\w+)\}\}/g)].map(([, name]) => name);
    expect(places.toSorted()).toEqual([...Object.keys(words.values), ...Object.keys(words.texts)].toSorted());
    for (const key of Object.values(words.texts).flat()) expect(textAt(key)).toBeTypeOf('string');
  });

  it('names steps and answers as the agent saw them', () => {
    const words = eventWords(
      { type: 'stepAnswered', stepId: 'ownership', answerId: 'yes', nextStepId: 'scan' },
      smallPlaybook,
      'en',
    );
    expect(words.values).toEqual({ step: 'Who is calling?', answer: 'Owner confirmed' });
  });

  it('falls back to the ids of a step that the procedure no longer has', () => {
    const words = eventWords(
      { type: 'stepAnswered', stepId: 'gone', answerId: 'old', nextStepId: 'scan' },
      smallPlaybook,
      'en',
    );
    expect(words.values).toEqual({ step: 'gone', answer: 'old' });
  });
});
