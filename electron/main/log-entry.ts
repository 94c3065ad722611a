import { describeError } from './redact.ts';

/**
 * What can be logged. There is no way to log a value: a happening is one of a fixed set of sentences, with at
 * most a name of ours and an error, of which {@link describeError} keeps only kind, code and stack.
 */
export type Happening =
  | 'started'
  | 'stopping'
  | 'start failed'
  | 'bug in a shell endpoint'
  | 'backend event that is not in the contract'
  | 'backend message that is not in the agreed form'
  | 'backend exited'
  | 'backend gave up'
  | 'store was not opened again'
  | 'hotkey is taken'
  | 'file was damaged, last good copy used'
  | 'file was damaged, started anew'
  | 'file can not be read, left alone'
  | 'file has values that are not known'
  | 'file is of a later version, left alone'
  | 'backup made'
  | 'backup failed'
  | 'check passed'
  | 'check found damage'
  | 'records restored'
  | 'records rescued'
  | 'place of the window was not kept'
  | 'protection was not remembered'
  | 'not everything was forgotten'
  | 'window process ended'
  | 'screen capture failed'
  | 'screen portal refused the question'
  | 'screen portal gave no readable picture'
  | 'screen portal left its picture'
  | 'desktop is listened to'
  | 'desktop is not listened to'
  | 'uncaught';

export interface Log {
  info(happening: Happening, name?: string): void;
  error(happening: Happening, name?: string, error?: unknown): void;
}

/** Names are contract names, file names and exit codes of ours; whatever does not look like one is left out. */
export function formatEntry(happening: Happening, name?: string, error?: unknown): string {
  const shownName = name !== undefined && /^[\w.-]{1,60}$/.test(name) ? `: ${name}` : '';
  const shownError = error === undefined ? '' : `\n${describeError(error)}`;
  return `${happening}${shownName}${shownError}`;
}
