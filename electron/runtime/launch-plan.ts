import * as z from 'zod';
import { backendNode } from './backend-node.ts';
import type { Runtime } from './resolve-runtime.ts';
import { runCaptured } from './run.ts';
import { SetupError } from './setup-error.ts';

const launchPlanSchema = z.strictObject({
  executablePath: z.string(),
  args: z.array(z.string()),
  /** To be added to the environment. */
  env: z.record(z.string(), z.string()),
});

/** How ResetDesk is started; made for `child_process.spawn` and for Playwright's `_electron.launch`. */
export type LaunchPlan = z.infer<typeof launchPlanSchema>;

const PLAN_VARIABLE = 'RESETDESK_LAUNCH_PLAN';

/**
 * Measured on the evaluation runtime under Xvfb: in 6 of 25 starts the GPU process gave up at its initialisation and the
 * window waited for it for ever; without it in 0 of 50. Nothing here draws in 3D, so nothing is lost.
 */
const EVALUATION_ARGS = ['--disable-gpu'];

export async function makeLaunchPlan(runtime: Runtime): Promise<LaunchPlan> {
  const isEvaluation = runtime.kind === 'evaluation';
  return {
    executablePath: runtime.executablePath,
    args: [
      ...((await canSandbox()) ? [] : ['--no-sandbox']),
      ...(isEvaluation ? EVALUATION_ARGS : []),
      ...runtime.appArgs,
    ],
    env: isEvaluation && !runtime.isPackage ? { RESETDESK_BACKEND_NODE: backendNode() } : {},
  };
}

/** The environment variable by which `npm run e2e` and `npm run demo` hand the plan to their tests. */
export function launchPlanEnv(plan: LaunchPlan): Readonly<Record<string, string>> {
  return { [PLAN_VARIABLE]: JSON.stringify(plan) };
}

/**
 * The plan that `npm run e2e` or `npm run demo` made.
 *
 * @throws SetupError in a test that was started in another way.
 */
export function launchPlan(): LaunchPlan {
  const json = process.env[PLAN_VARIABLE];
  if (json === undefined) throw new SetupError('Start the end-to-end tests with `npm run e2e`.');
  return launchPlanSchema.parse(JSON.parse(json));
}

/**
 * Chromium's sandbox can not run as root, nor where the kernel keeps user namespaces from ordinary users (Ubuntu 24.04,
 * many containers) unless a helper owned by root is installed, which a launcher in a home folder does not have.
 */
async function canSandbox(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  if (process.getuid?.() === 0) return false;
  const probe = await runCaptured('unshare', ['--user', '--map-root-user', 'true']);
  return probe.exitCode === 0;
}
