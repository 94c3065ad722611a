import type { QrReading } from './reading.ts';

type LabelReading = Extract<QrReading, { readonly kind: 'deviceLabel' }>;

/** Field names of the vendor's label scanner. Source: domain note 1.2. */
const fieldStart = /(?:SN|DT|RD|RC|SC|NC|IMEI|PID|CID|TYPE|UID):/g;

/** Serials on labels: the vendor's example has 15 characters. Source: domain note 1.2. */
const bareSerial = /^[A-Z0-9]{10,20}$/;

/** Letters, digits and the marks that the vendor allows in a model name. */
const modelShape = /^[A-Za-z0-9][A-Za-z0-9 \-/\\]{0,39}$/;

/** Safety and verification codes are 6 to 8 letters or digits; a "model" of that shape could be one. */
const codeShape = /^[A-Za-z0-9]{6,8}$/;

/** The vendor's buffer for a serial holds 48 characters with its end mark; shorter than 4 is a misread. */
const storableSerial = /^[A-Z0-9]{4,47}$/;

export function isBareSerial(text: string): boolean {
  return bareSerial.test(text);
}

/**
 * Reads a standard label, `{SN:...,DT:...,SC:...}`; the commas may be missing.
 * Serial and model only: every other field, the secret ones among them, is never copied out of the text.
 */
export function readStandardLabel(text: string): LabelReading {
  const fields = splitFields(text);
  const serial = firstOf(fields, 'SN');
  const model = firstOf(fields, 'DT');
  return {
    kind: 'deviceLabel',
    serial: serial === null ? null : readSerial(serial),
    model: model === null ? null : readModel(model),
  };
}

/** The label forms without field names: `SN:TYPE:CODE`, `SN:TYPE` and `TYPE,SN`; null for anything else. */
export function readOldLabel(text: string): LabelReading | null {
  const [first = '', second, third, ...more] = text.split(':', 4);
  if (second !== undefined && more.length === 0 && bareSerial.test(first)) {
    const isPlain = third === undefined || /^[A-Za-z0-9]{0,40}$/.test(third);
    return isPlain ? { kind: 'deviceLabel', serial: first, model: modelOrNull(second) } : null;
  }
  const comma = text.indexOf(',');
  const serial = text.slice(comma + 1).trim();
  const model = text.slice(0, Math.max(comma, 0)).trim();
  if (comma > 0 && bareSerial.test(serial) && modelShape.test(model)) {
    return { kind: 'deviceLabel', serial, model: modelOrNull(model) };
  }
  return null;
}

/** Fields of a label that open the device or its cloud account. */
const secretField = /(?:S\/?C|RC|RD)["']?\s*[:：]\s*["']?([A-Za-z0-9]{4,40})/g;

/** A serial's name on labels, printed or in a code. */
const serialField = /(?<![A-Za-z0-9])S\/?N["']?\s*[:：]/i;

/** `SN:TYPE:CODE`, anywhere in a text. */
const oldLabel =
  /(?<![A-Za-z0-9:])([A-Z0-9]{10,20}):([A-Za-z0-9 \-/\\]{0,40}):([A-Za-z0-9]{4,40})(?![A-Za-z0-9:])/g;

/**
 * Where a text holds the secret fields of a label: UTF-16 places, `to` exclusive. Outside of a label "SC:" may mean anything, so
 * what stands behind it has to look like a code there.
 */
export function findLabelSecrets(text: string): readonly { readonly from: number; readonly to: number }[] {
  const isLabel = serialField.test(text);
  const fields = [...text.matchAll(secretField)].filter(
    ({ 1: value = '', index }) =>
      isLabel || (codeShape.test(value) && /\d/.test(value) && !/[A-Za-z0-9]/.test(text.charAt(index - 1))),
  );
  const old = [...text.matchAll(oldLabel)].filter(
    ({ 1: serial = '' }) => /[A-Z]/.test(serial) && /\d/.test(serial),
  );
  return [
    ...fields.map((match) => placeOfLast(match, match[1] ?? '')),
    ...old.map((match) => placeOfLast(match, match[3] ?? '')),
  ];
}

function placeOfLast({ 0: whole, index }: RegExpExecArray, part: string) {
  const to = index + whole.length;
  return { from: to - part.length, to };
}

function splitFields(text: string): readonly { readonly name: string; readonly value: string }[] {
  const starts = [...text.matchAll(fieldStart)];
  return starts.map((start, index) => ({
    name: start[0].slice(0, -1),
    value: text.slice(start.index + start[0].length, starts[index + 1]?.index ?? text.length),
  }));
}

function firstOf(fields: ReturnType<typeof splitFields>, name: string): string | null {
  return fields.find((field) => field.name === name)?.value ?? null;
}

function readSerial(value: string): string | null {
  const run = /^ {0,3}([A-Za-z0-9]{0,60})(.?)/s.exec(value);
  const serial = (run?.[1] ?? '').toUpperCase();
  // A colon right behind the run means that an unknown field's name is glued to the serial.
  return run?.[2] !== ':' && storableSerial.test(serial) ? serial : null;
}

function readModel(value: string): string | null {
  const run = /^[A-Za-z0-9 \-/\\]{0,60}/.exec(value)?.[0] ?? '';
  if (value.charAt(run.length) === ':') return null;
  // A damaged label can lose the colon of a secret field: keep nothing from its name on.
  const withoutSecret = run.replace(/\b(?:RC|SC|RD).*$/i, '').trim();
  return modelShape.test(withoutSecret) ? withoutSecret : null;
}

function modelOrNull(text: string): string | null {
  const model = text.trim();
  return modelShape.test(model) && !codeShape.test(model) ? model : null;
}
