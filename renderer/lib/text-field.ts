const TEXT_FIELD =
  'input:not([type=checkbox],[type=radio],[type=button]), textarea, select, [contenteditable=true]';

/** Where keys are text, or choose: neither the desk's own keys nor the focus may interfere there. */
export function isTextField(target: EventTarget | null): target is HTMLElement {
  return target instanceof HTMLElement && target.matches(TEXT_FIELD);
}

/** Whether the agent is at something that the focus must not be taken from: a text, or a dialog before the page. */
export function isHandElsewhere(focused: Element | null): boolean {
  return isTextField(focused) || focused?.closest('[role=dialog], [role=alertdialog]') != null;
}
