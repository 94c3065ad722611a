import { Button, Group, Popover, TextInput } from '@mantine/core';
import { IconTag } from '@tabler/icons-react';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ShortcutLayer, useShortcuts } from '../../../lib/shortcuts.tsx';
import { useDraft } from '../../../lib/use-draft.ts';
import { EscapeKey } from '../../../ui/EscapeKey.tsx';
import { useCommandKey } from '../../../ui/use-command-key.tsx';
import { useLabels } from '../filter/use-labels.ts';
import type { MenuProps } from './menu-props.ts';

/** The contract takes no longer tag. */
const TAG_MAX_LENGTH = 40;

/** Adds a tag to tickets, or takes one away. */
export function TagMenu({ isEnabled, opening, onChange }: MenuProps) {
  const { t } = useTranslation('queue');
  const tagKey = useCommandKey('queue.tag');
  const [isOpen, setOpen] = useState(opening === 'queue.tag');
  const toggle = () => setOpen((before) => !before);
  useShortcuts([{ command: 'queue.tag', run: toggle, isEnabled, isQuiet: true }]);
  return (
    <Popover opened={isOpen} onChange={setOpen} position="bottom-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconTag aria-hidden size={16} />}
          rightSection={tagKey.hint}
          aria-keyshortcuts={tagKey.aria}
          disabled={!isEnabled}
          onClick={toggle}
        >
          {t('bulk.tag')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {isOpen && (
          <ShortcutLayer>
            <EscapeKey onClose={() => setOpen(false)} />
            <TagForm
              onTag={(kind, tag) => {
                setOpen(false);
                onChange({ kind, tag });
              }}
            />
          </ShortcutLayer>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}

type TagFormProps = { readonly onTag: (kind: 'addTag' | 'removeTag', tag: string) => void };

function TagForm({ onTag }: TagFormProps) {
  const { t } = useTranslation('queue');
  const { tags } = useLabels();
  const { text, setText } = useDraft('desk', 'newTag');
  const tag = text.trim();
  const submit = (kind: 'addTag' | 'removeTag') => {
    setText('');
    onTag(kind, tag);
  };
  const addOnEnter = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || tag === '') return;
    event.preventDefault();
    submit('addTag');
  };
  return (
    <Group align="flex-end" gap="xs">
      <TextInput
        data-autofocus
        label={t('bulk.tagName')}
        list="queue-known-tags"
        value={text}
        maxLength={TAG_MAX_LENGTH}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={addOnEnter}
      />
      <datalist id="queue-known-tags">
        {tags.map((known) => (
          <option key={known} value={known} />
        ))}
      </datalist>
      <Button disabled={tag === ''} onClick={() => submit('addTag')}>
        {t('bulk.addTag')}
      </Button>
      <Button variant="default" disabled={tag === ''} onClick={() => submit('removeTag')}>
        {t('bulk.removeTag')}
      </Button>
    </Group>
  );
}
