import type { HandlersOf } from '../../../core/contract/dispatch.ts';
import { CallError } from '../../../core/contract/errors.ts';
import type { undoCalls } from '../../../core/contract/undo-calls.ts';
import type { Context } from '../work/call-context.ts';
import { type Direction, describe, findNextOfRun, getUndoable } from './done-commands.ts';
import { turnCommand } from './undo.ts';

export const undoHandlers: HandlersOf<typeof undoCalls, 'backend', Context> = {
  'desk.undo': ({ commandId }, context) => turn(context, 'undo', commandId),
  'desk.redo': ({ commandId }, context) => turn(context, 'redo', commandId),
  'desk.getUndoable': (_, context) => context.backend.perform(context, getUndoable),
};

function turn(context: Context, direction: Direction, commandId: string | null) {
  return context.backend.command(
    context,
    (work) => turnCommand(work, direction, commandId),
    async (work, { recordId }) => {
      const command = await work.repositories.commands.find(recordId);
      if (command === null) throw new CallError('not_found', 'There is no such command.');
      return {
        command: await describe(work, command),
        nextId: await findNextOfRun(work, direction, command),
      };
    },
  );
}
