import type { demoCalls } from '../../../core/contract/demo-calls.ts';
import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import type { Context } from '../work/call-context.ts';
import type { Work } from '../work/work.ts';
import { addDemo, removeDemo } from './demo.ts';

export const demoHandlers: HandlersOf<typeof demoCalls, 'backend', Context> = {
  'demo.getState': (_, context) => context.backend.perform(context, readState),
  'demo.add': ({ language }, context) =>
    context.backend.command(context, (work) => addDemo(work, language), readState),
  // Done twice it finds nothing more to remove, so its request need not be remembered.
  'demo.remove': (_, context) =>
    context.backend.perform(context, async (work) => ({ kept: await removeDemo(work) })),
};

async function readState({ repositories }: Work): Promise<{ tickets: number }> {
  return { tickets: await repositories.demo.count('ticket') };
}
