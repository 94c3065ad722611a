/** A field that takes typing. */
export type TextField = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

const NO_TEXT: ReadonlySet<string> = new Set(['checkbox', 'radio', 'button', 'submit', 'file', 'range']);

/** The field that a key goes to, or null when it goes to the page. */
export function textFieldOf(target: EventTarget | null): TextField | null {
  if (target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement) return target;
  return target instanceof HTMLInputElement && !NO_TEXT.has(target.type) ? target : null;
}

/**
 * Remembers a field's text and selection; the answer puts both back exactly, in a way that React hears of.
 */
export function rememberField(field: TextField): () => void {
  const { value } = field;
  const selection =
    field instanceof HTMLSelectElement ? null : ([field.selectionStart, field.selectionEnd] as const);
  return () => {
    if (field.value === value) return;
    // React replaces the element's own setter to notice what it did itself; the class's setter passes it by.
    const prototype: unknown = Object.getPrototypeOf(field);
    Reflect.set(prototype as object, 'value', value, field);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    const [start, end] = selection ?? [null, null];
    if (!(field instanceof HTMLSelectElement) && start !== null) field.setSelectionRange(start, end);
  };
}

/** Whether a scanned serial is no text of this field, but stands for its device: it says so by `data-takes-serials`. */
export function takesSerials(field: TextField): boolean {
  return field.dataset['takesSerials'] !== undefined;
}
