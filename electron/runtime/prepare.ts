import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type LaunchPlan, makeLaunchPlan } from './launch-plan.ts';
import { repositoryFolder, tool } from './places.ts';
import { resolveRuntime } from './resolve-runtime.ts';
import { runShown } from './run.ts';
import { SetupError } from './setup-error.ts';
import { ensureSystemPackages, REQUIREMENTS, WINDOW_MANAGER } from './system-packages.ts';
import { hasDisplay } from './virtual-display.ts';

export interface PrepareOptions {
  /** Is the app built already? */
  readonly isBuilt?: boolean;
  /** Will it be shown on a virtual display? As a rule where there is no other. */
  readonly isVirtual?: boolean;
}

/**
 * Everything that ResetDesk needs to run on this machine: system packages, an Electron, the built app.
 *
 * @throws SetupError that tells the person what to do.
 */
export async function prepare({
  isBuilt = false,
  isVirtual = !hasDisplay(),
}: PrepareOptions = {}): Promise<LaunchPlan> {
  // At once, so that who has to install them by hand is told once.
  await ensureSystemPackages(isVirtual ? [...REQUIREMENTS, ...WINDOW_MANAGER] : REQUIREMENTS);
  const runtime = await resolveRuntime();
  if (runtime.kind === 'evaluation') {
    console.log('Using the evaluation runtime: for trying and testing, not for customer data.');
  }
  if (!isBuilt) await build();
  return await makeLaunchPlan(runtime);
}

/** @throws SetupError when it fails; the reason has been shown */
export async function build(): Promise<void> {
  const exitCode = await runShown(tool('electron-vite'), ['build', '--logLevel', 'warn']);
  if (exitCode !== 0 || !existsSync(join(repositoryFolder, 'out', 'main', 'index.js'))) {
    throw new SetupError('Building ResetDesk failed; the reason is above.');
  }
}
