import { isTextField } from '../../lib/text-field.ts';

/** The heading of the step at hand; it takes the focus when the step changes. */
export const STAGE_HEADING_ID = 'stage-heading';

export const SERIAL_FIELD_ID = 'serial-field';
export const CUSTOMER_FIELD_ID = 'customer-field';
export const PHONE_FIELD_ID = 'customer-phone-field';
export const AGENT_FIELD_ID = 'agent-field';
export const NOTE_FIELD_ID = 'note-field';

/** Back to the step: Enter gives its primary answer again. */
export function focusStageHeading(): void {
  focusById(STAGE_HEADING_ID);
}

/**
 * The same once a call has been answered. Who has gone on to another field meanwhile goes on there: the next letters must not become
 * answers of the step.
 *
 * @param ownFieldId the field that the call was made from
 */
export function returnToStage(ownFieldId?: string): void {
  if (!isTypingElsewhere(ownFieldId)) focusStageHeading();
}

/** Whether the focus stands in another field for text than this one. */
export function isTypingElsewhere(ownFieldId?: string): boolean {
  const focused = document.activeElement;
  return isTextField(focused) && focused.id !== ownFieldId;
}

/** The same from a field of the step itself: what was just typed or spelled stays in view. */
export function leaveStageField(): void {
  document.getElementById(STAGE_HEADING_ID)?.focus({ preventScroll: true });
}

/** Puts the focus on a field wherever it is on the page, and brings it into view. */
export function focusById(id: string): void {
  document.getElementById(id)?.focus();
}

/** The same for a field that may hold a text to go on with: the caret stands behind it. */
export function continueById(id: string): void {
  const field = document.getElementById(id);
  field?.focus();
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    field.setSelectionRange(field.value.length, field.value.length);
  }
}

let callerAwaitedAt: string | null = null;

/** Who calls is half known from elsewhere: once this ticket asks for the caller, typing goes on in that line. */
export function goOnAtCaller(ticketId: string): void {
  callerAwaitedAt = ticketId;
}

/** Whether the line was asked for; told once. */
export function takeCallerAwaited(ticketId: string): boolean {
  const isAwaited = callerAwaitedAt === ticketId;
  if (isAwaited) callerAwaitedAt = null;
  return isAwaited;
}

/** The same for a field with a suggestion in it: what is typed takes its place. */
export function selectById(id: string): void {
  const field = document.getElementById(id);
  field?.focus();
  if (field instanceof HTMLInputElement) field.select();
}
