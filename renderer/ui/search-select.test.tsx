import { screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, it, vi } from 'vitest';
import { showAtDesk } from '../testing/show-at-desk.tsx';
import { SearchSelect } from './SearchSelect.tsx';

const choices = [
  { value: 'FR', label: 'France (+33)' },
  { value: 'DE', label: 'Germany (+49)' },
  { value: 'GI', label: 'Gibraltar (+350)' },
];

function Field({ first, onChange }: { first: string | null; onChange: (value: string) => void }) {
  const [value, setValue] = useState(first);
  return (
    <SearchSelect
      label="Country"
      description="Whose numbers"
      placeholder="None"
      nothingFound="There is no such country"
      choices={choices}
      value={value}
      onChange={(chosen) => {
        setValue(chosen);
        onChange(chosen);
      }}
    />
  );
}

function show(first: string | null = null) {
  const onChange = vi.fn<(value: string) => void>();
  const { user } = showAtDesk(<Field first={first} onChange={onChange} />);
  return { user, onChange, field: screen.getByRole<HTMLInputElement>('combobox', { name: 'Country' }) };
}

it('takes the first that fits what was pasted, whatever its case', async () => {
  const { user, onChange, field } = show();
  await user.click(field);
  await user.paste(' GERM');
  await user.keyboard('{Enter}');
  expect(onChange.mock.calls).toEqual([['DE']]);
  expect(field.value).toBe('Germany (+49)');
});

it('takes it also when the list was closed and the field still has the focus', async () => {
  const { user, onChange, field } = show('DE');
  await user.click(field);
  await user.keyboard('{Escape}');
  expect(field.getAttribute('aria-expanded')).toBe('false');
  field.select();
  await user.paste('gib');
  await user.keyboard('{Enter}');
  expect(onChange.mock.calls).toEqual([['GI']]);
});

it('goes down the list with an arrow', async () => {
  const { user, onChange, field } = show();
  await user.click(field);
  await user.paste('g');
  await user.keyboard('{ArrowDown}{Enter}');
  expect(onChange.mock.calls).toEqual([['GI']]);
});

it('keeps what is chosen when nothing was typed, and does not choose it again', async () => {
  const { user, onChange, field } = show('DE');
  await user.click(field);
  await user.keyboard('{Enter}');
  expect(onChange).not.toHaveBeenCalled();
  expect(field.value).toBe('Germany (+49)');
});

it('chooses nothing while nothing is chosen and nothing typed', async () => {
  const { user, onChange, field } = show();
  await user.click(field);
  await user.keyboard('{Enter}');
  expect(onChange).not.toHaveBeenCalled();
});

it('says that nothing fits, and leaves what was chosen when the field is left', async () => {
  const { user, onChange, field } = show('FR');
  await user.click(field);
  await user.paste('Atlantis');
  expect(screen.getByText('There is no such country')).toBeDefined();
  await user.keyboard('{Enter}');
  await user.tab();
  expect(field.value).toBe('France (+33)');
  expect(onChange).not.toHaveBeenCalled();
});
