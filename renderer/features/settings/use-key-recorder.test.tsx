import { act, fireEvent, screen } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { showAtDesk } from '../../testing/show-at-desk.tsx';
import { useKeyRecorder } from './use-key-recorder.ts';

const NO_KEYS = {};

function Recording({ onKey }: { readonly onKey: (command: string, key: string) => void }) {
  const { recording, start } = useKeyRecorder({ keys: NO_KEYS, hotkey: null }, onKey);
  return (
    <>
      <button type="button" onClick={() => start('go.customers')}>
        Change
      </button>
      <input aria-label="Search" />
      <p>{recording === null ? 'idle' : recording.news.kind}</p>
    </>
  );
}

const press = (key: string, code: string) => fireEvent.keyDown(document.body, { key, code });

it.each([
  ['a click', () => fireEvent.pointerDown(document.body)],
  ['going to a field', () => act(() => screen.getByLabelText('Search').focus())],
])('lets go on %s: what is typed then is text', (_how, leave) => {
  const onKey = vi.fn();
  showAtDesk(<Recording onKey={onKey} />);
  fireEvent.click(screen.getByRole('button', { name: 'Change' }));
  leave();
  expect(press('b', 'KeyB')).toBe(true);
  expect(onKey).not.toHaveBeenCalled();
});

it('keeps asking about a key that others have, and takes a free one', () => {
  const onKey = vi.fn();
  showAtDesk(<Recording onKey={onKey} />);
  fireEvent.click(screen.getByRole('button', { name: 'Change' }));
  press('s', 'KeyS');
  fireEvent.pointerDown(document.body);
  screen.getByText('taken');
  fireEvent.click(screen.getByRole('button', { name: 'Change' }));
  press('F4', 'F4');
  expect(screen.getByText('taken')).toBeDefined();
  fireEvent.click(screen.getByRole('button', { name: 'Change' }));
  press('F7', 'F7');
  expect(onKey).toHaveBeenCalledWith('go.customers', 'F7');
});
