import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { showAtDesk } from '../testing/show-at-desk.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { ShortcutLayer, useActiveShortcuts, useCommandRunner, useShortcuts } from './shortcuts.tsx';

function Listening({
  run,
  name = 'Enter',
  ...more
}: {
  run: () => void;
  name?: string;
  isEnabled?: boolean;
}) {
  useShortcuts([{ key: name, label: name, run, ...more }]);
  return null;
}

function Undoing({ run }: { run: () => void }) {
  useShortcuts([{ command: 'change.undo', run, isOnEveryLayer: true }]);
  return null;
}

const press = (key: string, more: object = {}, target: Element = document.body) =>
  fireEvent.keyDown(target, { key, code: key, ...more });

describe('a key', () => {
  it('runs what listens to it, and goes no further', () => {
    const run = vi.fn();
    showAtDesk(<Listening run={run} />);
    expect(press('Enter')).toBe(false);
    expect(run).toHaveBeenCalledOnce();
  });

  it('that is held down counts once', () => {
    const run = vi.fn();
    showAtDesk(<Listening run={run} />);
    press('Enter', { repeat: true });
    expect(run).not.toHaveBeenCalled();
  });

  it('that nobody listens to is left to the page', () => {
    showAtDesk(<Listening run={() => undefined} />);
    expect(press('Escape')).toBe(true);
  });

  it('whose command is off does nothing', () => {
    const run = vi.fn();
    showAtDesk(<Listening run={run} isEnabled={false} />);
    press('Enter');
    expect(run).not.toHaveBeenCalled();
  });

  it('of an input method is its own', () => {
    const run = vi.fn();
    showAtDesk(<Listening run={run} />);
    press('Enter', { isComposing: true });
    expect(run).not.toHaveBeenCalled();
  });

  it.each(['textarea', 'select', 'button', 'a', 'summary'])('Enter in %s stays there', (element) => {
    const run = vi.fn();
    const Element = element as 'textarea';
    showAtDesk(
      <>
        <Listening run={run} />
        <Element data-testid="target" {...(element === 'a' ? { href: '#/' } : {})} />
      </>,
    );
    press('Enter', {}, screen.getByTestId('target'));
    expect(run).not.toHaveBeenCalled();
  });

  it('typed into a field is text', () => {
    const run = vi.fn();
    showAtDesk(
      <>
        <Listening run={run} name="1" />
        <input aria-label="Text" />
        <input type="checkbox" aria-label="Box" />
      </>,
    );
    press('1', { code: 'Digit1' }, screen.getByLabelText('Text'));
    expect(run).not.toHaveBeenCalled();
    press('1', { code: 'Digit1' }, screen.getByLabelText('Box'));
    expect(run).toHaveBeenCalledOnce();
  });

  it('Escape ends typing first, and only then what listens to it', () => {
    const run = vi.fn();
    showAtDesk(
      <>
        <Listening run={run} name="Escape" />
        <input aria-label="Text" />
      </>,
    );
    const field = screen.getByLabelText('Text');
    field.focus();
    press('Escape', {}, field);
    expect(document.activeElement).toBe(document.body);
    expect(run).not.toHaveBeenCalled();
    press('Escape');
    expect(run).toHaveBeenCalledOnce();
  });
});

describe('a dialog', () => {
  function Page({ onPage, onEvery }: { onPage: () => void; onEvery: () => void }) {
    const [isOpen, setOpen] = useState(true);
    return (
      <>
        <Listening run={onPage} />
        <Undoing run={onEvery} />
        <Dialog title="Question" isOpen={isOpen} onClose={() => setOpen(false)}>
          <input aria-label="Text" data-autofocus />
        </Dialog>
      </>
    );
  }

  it('silences the page under it, but for keys of every layer, and gives it back', async () => {
    const onPage = vi.fn();
    const onEvery = vi.fn();
    showAtDesk(<Page onPage={onPage} onEvery={onEvery} />);
    await screen.findByLabelText('Text');
    press('Enter');
    press('z', { code: 'KeyZ', ctrlKey: true });
    expect([onPage.mock.calls.length, onEvery.mock.calls.length]).toEqual([0, 1]);
    press('Escape');
    expect(screen.queryByRole('dialog')).toBeNull();
    press('Enter');
    expect(onPage).toHaveBeenCalledOnce();
  });

  it('that comes from outside silences what lies under it, however deep that is', () => {
    const under = vi.fn();
    const over = vi.fn();
    function Both() {
      const [isThere, setThere] = useState(false);
      return (
        <>
          <button type="button" onClick={() => setThere(true)}>
            Link
          </button>
          {isThere && (
            <ShortcutLayer>
              <Listening run={over} name="Escape" />
            </ShortcutLayer>
          )}
          <ShortcutLayer>
            <ShortcutLayer>
              <Listening run={under} />
              <Listening run={under} name="1" />
              <Listening run={under} name="Escape" />
            </ShortcutLayer>
          </ShortcutLayer>
        </>
      );
    }
    showAtDesk(<Both />);
    fireEvent.click(screen.getByRole('button', { name: 'Link' }));
    press('Enter');
    press('1', { code: 'Digit1' });
    expect(under).not.toHaveBeenCalled();
    press('Escape');
    expect([over.mock.calls.length, under.mock.calls.length]).toEqual([1, 0]);
  });

  it('closes with one Escape, also from a field in it', async () => {
    showAtDesk(<Page onPage={() => undefined} onEvery={() => undefined} />);
    press('Escape', {}, await screen.findByLabelText('Text'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});

describe('a command that was offered before', () => {
  const [undo, redo] = [vi.fn(), vi.fn()];
  function Changing() {
    const [isUndone, setUndone] = useState(false);
    const active = useActiveShortcuts();
    const [kept, setKept] = useState<typeof active>([]);
    const run = useCommandRunner();
    useShortcuts([
      ...(isUndone ? [] : [{ command: 'change.undo', run: undo } as const]),
      { command: 'change.redo', run: redo, isEnabled: !isUndone },
    ]);
    return (
      <>
        <button
          type="button"
          onClick={() => {
            setKept(active);
            setUndone(true);
          }}
        >
          Change
        </button>
        <button
          type="button"
          onClick={() => {
            for (const shortcut of kept) shortcut.run();
            run('change.undo');
            run('change.redo');
          }}
        >
          Give
        </button>
      </>
    );
  }

  it('is not given once the page offers it no more, and no other is given in its place', () => {
    showAtDesk(<Changing />);
    fireEvent.click(screen.getByRole('button', { name: 'Change' }));
    fireEvent.click(screen.getByRole('button', { name: 'Give' }));
    expect(undo).not.toHaveBeenCalled();
    expect(redo).not.toHaveBeenCalled();
  });
});
