import log from 'electron-log/main';
import { describeError } from './redact.ts';

/**
 * The log file of this computer. There is no way to log a value: a happening is one of a fixed set of sentences, with at
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
  | 'hotkey is taken'
  | 'file was damaged, last good copy used'
  | 'file was damaged, started anew'
  | 'window process ended'
  | 'screen capture failed'
  | 'store could not be opened'
  | 'uncaught';

export interface Log {
  info(happening: Happening, name?: string): void;
  error(happening: Happening, name?: string, error?: unknown): void;
}

const MAX_BYTES = 1_000_000;

/** Writes to a file in the user data folder and nowhere else. */
export function createFileLog(file: string): Log {
  log.transports.console.level = false;
  log.transports.ipc.level = false;
  if (log.transports.remote) log.transports.remote.level = false;
  log.transports.file.resolvePathFn = () => file;
  log.transports.file.maxSize = MAX_BYTES;
  return {
    info: (happening, name) => log.info(formatEntry(happening, name)),
    error: (happening, name, error) => log.error(formatEntry(happening, name, error)),
  };
}

/** Names are contract names, file names and exit codes of ours; whatever does not look like one is left out. */
export function formatEntry(happening: Happening, name?: string, error?: unknown): string {
  const shownName = name !== undefined && /^[\w.-]{1,60}$/.test(name) ? `: ${name}` : '';
  const shownError = error === undefined ? '' : `\n${describeError(error)}`;
  return `${happening}${shownName}${shownError}`;
}
