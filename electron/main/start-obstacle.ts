import { app, dialog } from 'electron';
import { assertNever } from '../../core/assert-never.ts';
import type { FileFailure } from '../../core/file-failure.ts';
import { whyNotWritable } from '../files/probe-folder.ts';
import { refusedSwitches } from './release-switches.ts';
import { languageFor, type ShellTexts, shellTexts } from './texts.ts';

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

/** Says why, in a window and where the program was called from, and ends it as failed. */
export async function refuseToStart(obstacle: StartObstacle): Promise<void> {
  await app.whenReady();
  const message = obstacleWords(obstacle, shellTexts(languageFor(app.getLocale())));
  process.stderr.write(`${app.getName()}: ${message}\n`);
  dialog.showErrorBox(app.getName(), message);
  app.exit(1);
}

export function obstacleWords(obstacle: StartObstacle, { notStarted }: ShellTexts): string {
  switch (obstacle.kind) {
    case 'switches': {
      const words = [notStarted.switches.replace('{{switches}}', obstacle.names.join(', '))];
      if (obstacle.names.some((name) => /sandbox/i.test(name))) words.push(notStarted.sandbox);
      return words.join('\n\n');
    }
    case 'profile':
      return [
        notStarted.profile.replace('{{folder}}', obstacle.folder),
        notStarted.failures[obstacle.failure],
        notStarted.unchanged,
      ].join('\n\n');
    default:
      return assertNever(obstacle);
  }
}
