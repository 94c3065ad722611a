import type { LaunchPlan } from './launch-plan.ts';
import { runPlaywright } from './run-playwright.ts';
import { hasDisplay } from './virtual-display.ts';

/** Plays the whole job with the practice device, where the person can watch if there is a display. */
export function runDemo(plan: LaunchPlan, args: readonly string[]): Promise<number> {
  return runPlaywright({ config: 'e2e/demo.config.ts', args, plan, isVirtual: !hasDisplay() });
}
