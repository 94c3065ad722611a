import { Modal, Stack, Text, TextInput } from '@mantine/core';
import { type KeyboardEvent, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/use-call.ts';
import { ShortcutLayer } from '../../lib/shortcuts.tsx';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { EscapeKey } from '../../ui/EscapeKey.tsx';
import { MessagePreview } from './MessagePreview.tsx';
import classes from './Messages.module.css';
import type { PaletteProps } from './palette-props.ts';
import { sortTemplates } from './sort-templates.ts';
import { TemplateList } from './TemplateList.tsx';

/** Every message, one search away, filled with the ticket's data. */
export function MessagePalette(props: PaletteProps) {
  const { t } = useTranslation('messages');
  return (
    <Modal
      opened={props.isOpen}
      onClose={props.onClose}
      title={t('title')}
      size="min(960px, 94vw)"
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
    >
      <ShortcutLayer>
        <Palette {...props} />
        <EscapeKey onClose={props.onClose} />
      </ShortcutLayer>
    </Modal>
  );
}

function Palette(props: PaletteProps) {
  const { phase, language, languageSwitch } = props;
  const { t } = useTranslation('messages');
  const [search, setSearch] = useState('');
  const [wantedId, setWantedId] = useState<string | null>(null);
  const templates = useCall('template.list', {});
  const found = sortTemplates(templates.data?.templates ?? [], phase, search, language);
  const chosen = found.find(({ template }) => template.id === wantedId) ?? found[0] ?? null;
  const move = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step === 0 || chosen === null) return;
    event.preventDefault();
    const next = found[found.indexOf(chosen) + step];
    if (next !== undefined) setWantedId(next.template.id);
  };
  return (
    <Stack gap="sm">
      {languageSwitch}
      <TextInput
        data-autofocus
        label={t('search')}
        description={t('searchHint')}
        autoComplete="off"
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        onKeyDown={move}
      />
      <CallErrorNotice error={templates.error} />
      <div className={classes['columns']}>
        <TemplateList
          entries={found}
          language={language}
          chosenId={chosen?.template.id ?? null}
          onChoose={setWantedId}
        />
        {chosen === null ? (
          <Text size="sm">{t('nothingFound')}</Text>
        ) : (
          <MessagePreview key={chosen.template.id} {...props} template={chosen.template} />
        )}
      </div>
    </Stack>
  );
}
