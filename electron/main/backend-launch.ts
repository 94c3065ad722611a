import { existsSync } from 'node:fs';
import { type LaunchBackend, launchAsUtility, launchOnNode } from './backend-process.ts';
import { launchAhead } from './launch-ahead.ts';
import type { Places } from './places.ts';

/**
 * How the backend is started here. The shipped product starts it in Electron and takes no program from its environment:
 * the backend is given the database's key. The evaluation runtime, whose own Node is too old, has another beside it or
 * is told of one.
 */
export function backendLaunch(found: Places): LaunchBackend {
  const node = trialNode(found);
  return node === null
    ? launchAsUtility(found.backend)
    : launchOnNode(node, outsideTheArchive(found.backend), forTests());
}

/** The same, started at once where it can be: Electron has no process of its own to give before it is ready. */
export function backendLaunchAhead(found: Places): LaunchBackend {
  const launch = backendLaunch(found);
  return trialNode(found) === null ? launch : launchAhead(launch);
}

/** Null where Electron's own is new enough. */
function trialNode(found: Places): string | null {
  if (!existsSync(found.evaluationMark)) return null;
  if (existsSync(found.trialNode)) return found.trialNode;
  return process.env['RESETDESK_BACKEND_NODE'] || null;
}

/** A plain Node reads no archive; a package of the evaluation runtime has the backend beside it. */
function outsideTheArchive(entry: string): string {
  return entry.replace(/([/\\]app\.asar)([/\\])/, '$1.unpacked$2');
}

/** For tests of what a day does, and of two computers at one profile; only asked for on the evaluation runtime. */
function forTests(): readonly string[] {
  const switches = [
    ['--time-shift-ms', process.env['RESETDESK_TIME_SHIFT_MS']],
    ['--host-name', process.env['RESETDESK_HOST_NAME']],
  ] as const;
  return switches.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));
}
