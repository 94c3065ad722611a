import { app, dialog } from 'electron';
import { assertNever } from '../../core/assert-never.ts';
import { languageFor } from './computer-language.ts';
import type { StartObstacle } from './start-obstacle.ts';
import { type ShellTexts, shellTexts } from './texts.ts';

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

/** The window could not be opened, or the rest of the program not be put together. */
export function sayStartFailed(): void {
  dialog.showErrorBox(app.getName(), shellTexts(languageFor(app.getLocale())).startFailed);
  app.exit(1);
}
