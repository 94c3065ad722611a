import { mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { EXECUTABLE_NAME } from './evaluation-runtime.ts';
import { type LaunchPlan, makeLaunchPlan } from './launch-plan.ts';
import { repositoryFolder } from './places.ts';
import { runCaptured } from './run.ts';
import { SetupError } from './setup-error.ts';

const packages = join(repositoryFolder, 'dist', 'trial');

/** The trial .deb that `npm run package -- --trial` made; null when there is none. */
export async function trialDeb(): Promise<string | null> {
  const names = await readdir(packages).catch(() => []);
  const name = names.find((found) => found.endsWith('.deb'));
  return name === undefined ? null : join(packages, name);
}

/**
 * How the program of the trial .deb is started: unpacked, with the one fuse turned that Playwright needs to drive it. The
 * package itself keeps it off, which is read back elsewhere.
 *
 * @throws SetupError when there is no package
 */
export async function packagedPlan(): Promise<LaunchPlan> {
  const deb = await trialDeb();
  if (deb === null)
    throw new SetupError('There is no package yet. Please run `npm run package -- --trial --only deb`.');
  const folder = join(repositoryFolder, '.cache', 'package');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const { exitCode, stderr } = await runCaptured('dpkg-deb', ['--extract', deb, folder]);
  if (exitCode !== 0) throw new SetupError(`${deb} could not be unpacked.\n${stderr}`);
  const executablePath = join(folder, 'opt', 'ResetDesk', EXECUTABLE_NAME);
  await flipFuses(executablePath, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
  });
  return await makeLaunchPlan({ kind: 'evaluation', executablePath, isPackage: true, appArgs: [] });
}
