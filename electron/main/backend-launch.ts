import { existsSync } from 'node:fs';
import { type LaunchBackend, launchAsUtility, launchOnNode } from './backend-process.ts';
import type { Places } from './places.ts';

/**
 * How the backend is started here. The shipped product starts it in Electron and takes no program from its environment:
 * the backend is given the database's key. The evaluation runtime, whose own Node is too old, has another beside it or
 * is told of one.
 */
export function backendLaunch(found: Places): LaunchBackend {
  const node = existsSync(found.evaluationMark) ? trialNode(found) : undefined;
  if (node === undefined || node === '') return launchAsUtility(found.backend);
  return launchOnNode(node, outsideTheArchive(found.backend), forTests());
}

function trialNode(found: Places): string | undefined {
  return existsSync(found.trialNode) ? found.trialNode : process.env['RESETDESK_BACKEND_NODE'];
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
