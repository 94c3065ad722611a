import type { FileFailure } from '../../core/file-failure.ts';
import { whyNotWritable } from '../files/probe-folder.ts';
import { refusedSwitches } from './release-switches.ts';

/** Why the program does not start: switches that a release refuses, or a profile folder that it can not write into. */
export type StartObstacle =
  | { readonly kind: 'switches'; readonly names: readonly string[] }
  | { readonly kind: 'profile'; readonly folder: string; readonly failure: FileFailure };

/** @param isRelease packed, and not on the trial runtime, whose tests need such switches */
export function findStartObstacle(
  isRelease: boolean,
  argv: readonly string[],
  profile: string,
): StartObstacle | null {
  const names = isRelease ? refusedSwitches(argv.slice(1), process.platform) : [];
  if (names.length > 0) return { kind: 'switches', names };
  const failure = whyNotWritable(profile);
  return failure === null ? null : { kind: 'profile', folder: profile, failure };
}
