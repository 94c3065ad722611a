import { existsSync } from 'node:fs';
import { EVALUATION_ELECTRON_VERSION } from '../runtime/evaluation-runtime.ts';
import {
  downloadOfficialRuntime,
  executableIn,
  installedOfficialRuntime,
  officialDistFolder,
  pinnedVersion,
} from '../runtime/official-runtime.ts';
import { SetupError } from '../runtime/setup-error.ts';
import { trialElectron } from './trial-electron.ts';

/** The Electron that is packed. */
export interface ElectronSource {
  readonly folder: string;
  readonly version: string;
  /** The Node that a trial's backend runs on; null in a release, whose Electron has one that is new enough. */
  readonly node: string | null;
}

export async function trialSource(home: string): Promise<ElectronSource> {
  return { ...(await trialElectron(home)), version: EVALUATION_ELECTRON_VERSION };
}

/** @throws SetupError where the pinned Electron is neither here nor to be had */
export async function releaseSource(
  given = process.env['ELECTRON_OVERRIDE_DIST_PATH'],
): Promise<ElectronSource> {
  const version = await pinnedVersion();
  if (given !== undefined && given !== '') {
    if (!existsSync(executableIn(given))) {
      throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executableIn(given)}.`);
    }
    return { folder: given, version, node: null };
  }
  const executable = installedOfficialRuntime() ?? (await downloadOfficialRuntime());
  if (executable === null) throw new SetupError(noElectron(version));
  return { folder: officialDistFolder, version, node: null };
}

function noElectron(version: string): string {
  return (
    `A release is packed with Electron ${version}, which is not here and can not be fetched from GitHub.\n` +
    'One of these helps:\n' +
    '  - try again on a network that reaches github.com;\n' +
    `  - unpack the release archive of Electron ${version} for this system and set ELECTRON_OVERRIDE_DIST_PATH to its folder;\n` +
    '  - on Linux x64, `npm run package -- --trial` makes a package for trying, with the trial runtime.'
  );
}
