import { type LaunchPlan, launchPlanEnv } from './launch-plan.ts';
import { tool } from './places.ts';
import { runShown } from './run.ts';
import { startVirtualDisplay } from './virtual-display.ts';

export interface PlaywrightRun {
  readonly config: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly plan: LaunchPlan;
  /** On a display of its own, or where the person can watch. */
  readonly isVirtual: boolean;
}

/** Runs Playwright against ResetDesk; answers its exit code. */
export async function runPlaywright(run: PlaywrightRun): Promise<number> {
  const display = run.isVirtual && process.platform === 'linux' ? await startVirtualDisplay() : null;
  try {
    return await runShown(tool('playwright'), ['test', '-c', run.config, ...run.args], {
      env: {
        ...launchPlanEnv(display === null ? run.plan : withoutGpu(run.plan)),
        // Without WAYLAND_DISPLAY nothing can slip out of the virtual display onto the real one.
        ...(display === null ? {} : { DISPLAY: display.name, WAYLAND_DISPLAY: '' }),
        ...run.env,
      },
    });
  } finally {
    await display?.stop();
  }
}

/**
 * A virtual display has no graphics processor. Chromium finds out by a crash of its GPU process at each start, which takes
 * a second and, on a busy machine, sometimes loses the window's first load for Playwright.
 */
function withoutGpu(plan: LaunchPlan): LaunchPlan {
  return { ...plan, args: [...new Set([...plan.args, '--disable-gpu'])] };
}
