import { Button, Divider, Stack, Text, Textarea } from '@mantine/core';
import { IconClipboard } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../../api/use-call.ts';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';

type Props = { readonly isBusy: boolean; readonly onText: (text: string) => void };

/** The button lets the shell paste into this window; what it pastes arrives like Ctrl+V does. */
export function PastePanel({ isBusy, onText }: Props) {
  const { t } = useTranslation('scan');
  const paste = useCommand('clipboard.paste');
  useShortcuts([{ key: 'Enter', label: t('paste.action'), run: () => paste.mutate({}) }]);
  return (
    <Stack gap="md">
      <Stack align="flex-start" gap="sm">
        <Text>{t('paste.hint')}</Text>
        <Button
          leftSection={<IconClipboard aria-hidden size={18} />}
          rightSection={<KeyHint name="Enter" />}
          loading={isBusy}
          onClick={() => paste.mutate({})}
        >
          {t('paste.action')}
        </Button>
        <CallErrorNotice error={paste.error} />
      </Stack>
      <Divider />
      <TypedText onText={onText} />
    </Stack>
  );
}

function TypedText({ onText }: { readonly onText: (text: string) => void }) {
  const { t } = useTranslation('scan');
  const [text, setText] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') onText(text);
  };
  return (
    <form onSubmit={submit}>
      <Stack align="flex-start" gap="sm">
        <Textarea
          w="100%"
          data-not-kept
          label={t('paste.field')}
          description={t('paste.fieldHint')}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && !event.shiftKey) submit(event);
          }}
          classNames={{ input: 'rd-mono rd-growing' }}
          spellCheck={false}
          autoComplete="off"
        />
        <Button type="submit" variant="default" disabled={text.trim() === ''}>
          {t('paste.use')}
        </Button>
      </Stack>
    </form>
  );
}
