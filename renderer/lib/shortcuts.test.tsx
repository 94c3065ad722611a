import { fireEvent, screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, it, vi } from 'vitest';
import { showAtDesk } from '../testing/show-at-desk.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useShortcuts } from './shortcuts.tsx';

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

  it('closes with one Escape, also from a field in it', async () => {
    showAtDesk(<Page onPage={() => undefined} onEvery={() => undefined} />);
    press('Escape', {}, await screen.findByLabelText('Text'));
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
