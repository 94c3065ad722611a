import log from 'electron-log/main';
import { formatEntry, type Log } from './log-entry.ts';

const MAX_BYTES = 1_000_000;

/** Writes to a file in the user data folder and nowhere else. */
export function createFileLog(file: string): Log {
  log.transports.console.level = false;
  log.transports.ipc.level = false;
  if (log.transports.remote) log.transports.remote.level = false;
  log.transports.file.resolvePathFn = () => file;
  log.transports.file.maxSize = MAX_BYTES;
  // Readable by this user only.
  log.transports.file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' };
  return {
    info: (happening, name) => log.info(formatEntry(happening, name)),
    error: (happening, name, error) => log.error(formatEntry(happening, name, error)),
  };
}
