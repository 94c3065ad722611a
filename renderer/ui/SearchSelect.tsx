import { Combobox, InputBase, useCombobox } from '@mantine/core';
import { useEffect, useId, useState } from 'react';

export type Choice = { readonly value: string; readonly label: string };

type Props = {
  readonly label: string;
  readonly description: string;
  readonly placeholder: string;
  /** Where nothing fits what was typed. */
  readonly nothingFound: string;
  readonly choices: readonly Choice[];
  readonly value: string | null;
  readonly onChange: (value: string) => void;
};

/**
 * One of many, found by typing; Enter takes the first that fits. Mantine's Select marks it too, but takes the mark back a moment after
 * the list has opened: of what is pasted into the closed field Enter would take nothing.
 */
export function SearchSelect({ nothingFound, choices, value, onChange, ...field }: Props) {
  const listLabel = useId();
  // Null until something is typed: the chosen one stands there then, and all are in the list.
  const [typed, setTyped] = useState<string | null>(null);
  const combobox = useCombobox({ onDropdownClose: () => setTyped(null) });
  const fitting = typed === null ? choices : choicesWith(choices, typed);
  const { dropdownOpened: isOpen, selectFirstOption, selectActiveOption, resetSelectedOption } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the store's functions are new on each render.
  useEffect(() => {
    if (!isOpen) return;
    if (typed !== null) selectFirstOption();
    else if (value !== null) selectActiveOption();
    else resetSelectedOption();
  }, [isOpen, typed, value]);
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={(chosen) => {
        combobox.closeDropdown();
        if (chosen !== value) onChange(chosen);
      }}
    >
      <Combobox.Target withExpandedAttribute>
        <InputBase
          {...field}
          labelProps={{ id: listLabel }}
          rightSection={<Combobox.Chevron />}
          rightSectionPointerEvents="none"
          autoComplete="off"
          value={typed ?? choices.find((choice) => choice.value === value)?.label ?? ''}
          onChange={(event) => {
            setTyped(event.currentTarget.value);
            combobox.openDropdown();
          }}
          onFocus={(event) => {
            event.currentTarget.select();
            combobox.openDropdown();
          }}
          onClick={() => combobox.openDropdown()}
          onBlur={() => combobox.closeDropdown()}
          onKeyDown={(event) => {
            // With the list open, Escape closes the list and nothing else.
            if (event.key === 'Escape' && isOpen) event.preventDefault();
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options labelledBy={listLabel} mah={220} style={{ overflowY: 'auto' }}>
          {fitting.map((choice) => (
            <Combobox.Option
              key={choice.value}
              value={choice.value}
              active={choice.value === value}
              aria-selected={choice.value === value}
            >
              {choice.label}
            </Combobox.Option>
          ))}
          {fitting.length === 0 && <Combobox.Empty>{nothingFound}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

function choicesWith(choices: readonly Choice[], typed: string): readonly Choice[] {
  const sought = typed.trim().toLocaleLowerCase();
  return choices.filter(({ label }) => label.toLocaleLowerCase().includes(sought));
}
