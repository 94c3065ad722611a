import { ActionIcon, Button, Stack, TextInput } from '@mantine/core';
import { IconPlus, IconX } from '@tabler/icons-react';
import { type FocusEvent, useRef, useState } from 'react';

type Props = {
  /** Of the first field, to go there by key. */
  readonly id?: string;
  readonly type: 'tel' | 'email';
  readonly label: string;
  readonly addLabel: string;
  /** @param number of the entry, from 1 */
  readonly removeLabel: (number: number) => string;
  readonly maxLength: number;
  readonly maxEntries: number;
  /** The stored entries. */
  readonly values: readonly string[];
  /** How a stored entry is shown. */
  readonly format?: (value: string) => string;
  /** All entries, as they are typed; some may be empty. */
  readonly onChange: (values: string[]) => void;
  /** The focus has left the whole list. */
  readonly onLeave: () => void;
};

/**
 * Several texts of a kind, each in a field of its own; one empty field when there is none. While the focus is inside,
 * the fields are what was typed: a stored form that comes back must not move the cursor or shift the fields.
 */
export function TextListField({ values, format = (value) => value, onChange, onLeave, ...props }: Props) {
  const list = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<readonly string[] | null>(null);
  const entries = typed ?? (values.length === 0 ? [''] : values.map(format));
  const isFull = entries.length >= props.maxEntries;
  const change = (next: string[]) => {
    setTyped(next);
    onChange(next);
  };
  const focusField = (index: number) =>
    requestAnimationFrame(() => list.current?.querySelectorAll('input').item(index)?.focus());
  const leave = (event: FocusEvent) => {
    if (event.currentTarget.contains(event.relatedTarget)) return;
    setTyped(null);
    onLeave();
  };
  return (
    <Stack ref={list} gap={4} onFocus={() => setTyped(entries)} onBlur={leave}>
      {entries.map((entry, index) => (
        <TextInput
          // biome-ignore lint/suspicious/noArrayIndexKey: an entry has no identity but its place, and the fields hold no state.
          key={index}
          {...(index === 0 ? { id: props.id, label: props.label } : {})}
          aria-label={index === 0 ? undefined : `${props.label} ${index + 1}`}
          size="sm"
          type={props.type}
          autoComplete="off"
          maxLength={props.maxLength}
          value={entry}
          onChange={(event) => change(entries.with(index, event.currentTarget.value))}
          rightSection={
            entries.length > 1 && (
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={props.removeLabel(index + 1)}
                onClick={() => {
                  change(entries.toSpliced(index, 1));
                  focusField(Math.max(0, index - 1));
                }}
              >
                <IconX aria-hidden size={16} />
              </ActionIcon>
            )
          }
        />
      ))}
      {entries.at(-1) !== '' && !isFull && (
        <div>
          <Button
            size="compact-sm"
            variant="subtle"
            leftSection={<IconPlus aria-hidden size={14} />}
            onClick={() => {
              setTyped([...entries, '']);
              focusField(entries.length);
            }}
          >
            {props.addLabel}
          </Button>
        </div>
      )}
    </Stack>
  );
}
