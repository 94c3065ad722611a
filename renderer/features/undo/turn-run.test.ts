import { describe, expect, it, vi } from 'vitest';
import type { DoneCommand } from '../../../core/contract/undo-calls.ts';
import { turnRun } from './turn-run.ts';

const commands = ['third', 'second', 'first'];

/** A run of three commands, the last of which is undone first. */
function desk({ failsAt = '' } = {}) {
  const send = vi.fn(async (commandId: string | null) => {
    const id = commandId ?? 'third';
    if (id === failsAt) throw new Error('Something rests on it.');
    return { command: commandOf(id), nextId: commands[commands.indexOf(id) + 1] ?? null };
  });
  return { send, onTurned: vi.fn(), isStopped: vi.fn(() => false) };
}

const commandOf = (id: string): DoneCommand => ({
  id,
  name: 'ticket.setTags',
  at: 0,
  actor: 'Ada',
  ticket: null,
  record: null,
  runId: 'run',
  ticketCount: 100,
  runTicketCount: 300,
  isBeyondRecall: false,
});

const told = ({ onTurned }: ReturnType<typeof desk>) =>
  onTurned.mock.calls.map(([command, hasMore]) => [command.id, hasMore]);

describe('turnRun', () => {
  it('turns every command of the run, and tells each', async () => {
    const watched = desk();
    await turnRun(null, watched.send, watched);
    expect(told(watched)).toEqual([
      ['third', true],
      ['second', true],
      ['first', false],
    ]);
  });

  it('stops between two commands', async () => {
    const watched = desk();
    watched.isStopped.mockReturnValueOnce(false).mockReturnValueOnce(true);
    await turnRun(null, watched.send, watched);
    expect(told(watched)).toHaveLength(2);
    expect(watched.send).toHaveBeenCalledTimes(2);
  });

  it('leaves what was turned when a later command is refused', async () => {
    const watched = desk({ failsAt: 'second' });
    await expect(turnRun('third', watched.send, watched)).rejects.toThrow('rests on it');
    expect(told(watched)).toEqual([['third', true]]);
  });
});
