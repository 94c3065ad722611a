/**
 * What may be logged of an error: its kind, its code, and the places it passed. Its message may quote what the caller
 * sent (a parser's message does), so it is left out, and so is everything else that an error carries.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return `not an Error but ${typeof error}`;
  const code = 'code' in error && isPlainCode(error.code) ? ` (${error.code})` : '';
  const frames = stackFrames(error.stack ?? '');
  return [`${plainName(error.name)}${code}`, ...frames].join('\n');
}

/** Lines of a stack that name places in code; an error's message, of one line or many, is not among them. */
export function stackFrames(stack: string): readonly string[] {
  return stack.split('\n').filter((line) => FRAME.test(line));
}

/** `    at name (file:line:column)` or `    at file:line:column`, without quotes or blanks that prose would have. */
const FRAME =
  /^ {4}at (?:(?:async |new )*[\w$.<>#[\]]+ (?:\[as [\w$]+\] )?\()?(?:file:\/\/|node:|app:\/\/|[A-Z]:\\|\/)[^\s"'(){}]*:\d+:\d+\)?$/;

/** Codes are identifiers (`ENOENT`, `wrong_passphrase`); anything else may be data. */
function isPlainCode(code: unknown): code is string {
  return typeof code === 'string' && /^[A-Za-z][A-Za-z_]{0,40}$/.test(code);
}

function plainName(name: string): string {
  return /^[A-Za-z]{1,40}$/.test(name) ? name : 'Error';
}
