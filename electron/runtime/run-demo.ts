import type { LaunchPlan } from './launch-plan.ts';
import { runPlaywright } from './run-playwright.ts';
import { hasDisplay } from './virtual-display.ts';

/** Plays the whole job with the practice device, where the person can watch if there is a display. */
export function runDemo(plan: LaunchPlan, args: readonly string[]): Promise<number> {
  const isWatched = hasDisplay();
  return runPlaywright({
    config: 'e2e/demo.config.ts',
    args,
    env: isWatched ? { RESETDESK_SHOW: '1' } : {},
    plan,
    isVirtual: !isWatched,
  });
}
