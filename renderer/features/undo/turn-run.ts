import type { CallOutput } from '../../../core/contract/contract.ts';
import type { DoneCommand } from '../../../core/contract/undo-calls.ts';

type Send = (commandId: string | null) => Promise<CallOutput<'desk.undo'>>;

type Watch = {
  /** Told after each command. */
  readonly onTurned: (command: DoneCommand, hasMore: boolean) => void;
  /** Asked before each further command. */
  readonly isStopped: () => boolean;
};

/**
 * Turns a command and what else belongs to its run, one after the other, each whole or not at all.
 *
 * @param commandId null for the agent's own last one
 * @throws what a command throws; what was turned before stays turned and was told
 */
export async function turnRun(
  commandId: string | null,
  send: Send,
  { onTurned, isStopped }: Watch,
): Promise<void> {
  let next = commandId;
  do {
    const { command, nextId } = await send(next);
    next = nextId;
    onTurned(command, next !== null);
  } while (next !== null && !isStopped());
}
