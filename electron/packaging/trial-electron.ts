import { mkdtemp, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { backendNode } from '../runtime/backend-node.ts';
import { EXECUTABLE_NAME, ensureEvaluationRuntime } from '../runtime/evaluation-runtime.ts';
import { linkTree } from '../runtime/linked-runtime.ts';
import { SetupError } from '../runtime/setup-error.ts';

/** The trial runtime as a distribution of Electron, and the Node that its backend runs on. */
export interface TrialElectron {
  readonly folder: string;
  readonly node: string;
}

/**
 * The trial runtime in the form in which electron-builder takes an Electron: the executable has Electron's own name.
 *
 * @param home a folder that goes with the packaging
 * @throws SetupError where there is no trial runtime for this system
 */
export async function trialElectron(home: string): Promise<TrialElectron> {
  const runtime = await ensureEvaluationRuntime();
  if (runtime === null) {
    throw new SetupError(
      'There is a trial runtime for Linux x64 only. Without `--trial`, the pinned Electron is packed.',
    );
  }
  const folder = await mkdtemp(join(home, 'electron-'));
  // electron-builder copies from there, so nothing is changed in the cache.
  await linkTree(runtime, folder);
  await rename(join(folder, EXECUTABLE_NAME), join(folder, 'electron'));
  return { folder, node: backendNode() };
}
