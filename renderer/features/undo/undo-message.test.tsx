import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import i18next from 'i18next';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { CallError } from '../../../core/contract/errors.ts';
import type { DoneCommand } from '../../../core/contract/undo-calls.ts';
import { bridge } from '../../testing/bridge.ts';
import { say, showAtDesk } from '../../testing/show-at-desk.tsx';
import { commandWords } from './command-words.ts';
import { UndoMessage } from './UndoMessage.tsx';

const id = (last: number) => `0198c0de-0000-7000-8000-00000000000${last}`;

const done = (more: Partial<DoneCommand> = {}): DoneCommand => ({
  id: id(1),
  name: 'ticket.addNote',
  at: 0,
  actor: 'Kim',
  ticket: { id: id(4), number: 7 },
  record: null,
  runId: null,
  ticketCount: 1,
  runTicketCount: 1,
  isBeyondRecall: false,
  ...more,
});

const message = () => screen.queryByRole('region', { name: say('undo:label') });
const tell = (command: DoneCommand) => act(() => bridge.tell('desk.commandRecorded', command));
const words = (command: DoneCommand) => commandWords(command, i18next.getFixedT(null, 'undo'));
const undoButton = () => screen.getByRole('button', { name: new RegExp(`^${say('undo:undo')}`) });

afterEach(() => {
  vi.useRealTimers();
});

describe('the message about what was done', () => {
  it('names it, offers to undo just that, and then to redo it', async () => {
    const command = done();
    const { user } = showAtDesk(<UndoMessage />, {
      'desk.undo': { command, nextId: null },
      'desk.redo': { command, nextId: null },
    });
    expect(message()).toBeNull();
    tell(command);
    expect(message()?.textContent).toContain(words(command));
    await user.click(undoButton());
    expect(bridge.inputsOf('desk.undo')).toEqual([{ commandId: command.id }]);
    await waitFor(() =>
      expect(message()?.textContent).toContain(say('undo:undone', { what: words(command) })),
    );
    await user.click(screen.getByRole('button', { name: new RegExp(`^${say('undo:redo')}`) }));
    expect(bridge.inputsOf('desk.redo')).toEqual([{ commandId: command.id }]);
  });

  it('goes by itself after ten seconds, but not while one points at it', () => {
    vi.useFakeTimers();
    showAtDesk(<UndoMessage />);
    tell(done());
    const shown = message();
    if (shown === null) throw new Error('No message.');
    fireEvent.pointerEnter(shown);
    act(() => vi.advanceTimersByTime(30_000));
    expect(message()).not.toBeNull();
    fireEvent.pointerLeave(shown);
    act(() => vi.advanceTimersByTime(9_900));
    expect(message()).not.toBeNull();
    act(() => vi.advanceTimersByTime(200));
    expect(message()).toBeNull();
  });

  it('of what failed stays until it is put away', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    showAtDesk(<UndoMessage />, { 'desk.undo': new CallError('not_found', 'No.') });
    fireEvent.keyDown(document.body, { key: 'z', code: 'KeyZ', ctrlKey: true });
    await waitFor(() => expect(message()?.textContent).toContain(say('undo:nothing.undo')));
    act(() => vi.advanceTimersByTime(60_000));
    expect(message()).not.toBeNull();
    fireEvent.click(screen.getByRole('button', { name: say('undo:close') }));
    expect(message()).toBeNull();
  });
});

describe('a run of several commands', () => {
  it('is turned one after the other, and can be stopped', async () => {
    let answer: (turned: { command: DoneCommand; nextId: string | null }) => void = () => undefined;
    const command = done({ runId: id(9), runTicketCount: 30, ticketCount: 10 });
    const { user } = showAtDesk(<UndoMessage />, {
      'desk.undo': () =>
        new Promise((resolve) => {
          answer = resolve;
        }),
    });
    tell(command);
    await user.click(undoButton());
    await waitFor(() => expect(bridge.inputsOf('desk.undo')).toHaveLength(1));
    await act(async () => answer({ command, nextId: id(2) }));
    await waitFor(() =>
      expect(message()?.textContent).toContain(say('undo:running.undo', { count: 10, total: 30 })),
    );
    await user.click(screen.getByRole('button', { name: say('undo:stop') }));
    await act(async () => answer({ command, nextId: id(3) }));
    await waitFor(() =>
      expect(message()?.textContent).toContain(
        say('undo:undone', { what: words({ ...command, runTicketCount: 20 }) }),
      ),
    );
    expect(bridge.inputsOf('desk.undo')).toEqual([{ commandId: command.id }, { commandId: id(2) }]);
  });
});

it('a screen reader hears it once, with what can not be taken back', async () => {
  const command = done({ isBeyondRecall: true });
  const { user } = showAtDesk(<UndoMessage />, { 'desk.undo': { command, nextId: null } });
  tell(command);
  await user.click(undoButton());
  await waitFor(() => expect(screen.getByRole('status').textContent).toContain(say('undo:beyondRecall')));
});
