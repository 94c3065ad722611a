import { Button, Group, Text, Title } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MessageTemplate } from '../../../core/message/template.ts';
import { useCall, useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import classes from './Messages.module.css';
import { TemplateEditor } from './TemplateEditor.tsx';
import { TemplateList } from './TemplateList.tsx';

/** The desk's messages: the shipped ones in the desk's own words, and its own. */
export function TemplatesPage() {
  const { t } = useTranslation('messages');
  const templates = useCall('template.list', {});
  const create = useCommand('template.save');
  const [wantedId, setWantedId] = useState<string | null>(null);
  const entries = templates.data?.templates ?? [];
  const chosen = entries.find(({ template }) => template.id === wantedId) ?? entries[0] ?? null;
  const add = () => {
    const template = emptyTemplate();
    create.mutate(
      { template, version: 0 },
      {
        onSuccess: async () => {
          await templates.refetch();
          setWantedId(template.id);
        },
      },
    );
  };
  return (
    <div className={classes['page']}>
      <Group justify="space-between">
        <div>
          <Title order={1} size="h2">
            {t('pageTitle')}
          </Title>
          <Text size="sm" c="dimmed">
            {t('pageWhat')}
          </Text>
        </div>
        <Button
          variant="default"
          leftSection={<IconPlus aria-hidden size={18} />}
          loading={create.isPending}
          onClick={add}
        >
          {t('new')}
        </Button>
      </Group>
      <CallErrorNotice error={templates.error ?? create.error} />
      <div className={classes['columns']}>
        <TemplateList
          entries={entries}
          language="en"
          chosenId={chosen?.template.id ?? null}
          onChoose={setWantedId}
        />
        {chosen !== null && <TemplateEditor key={chosen.template.id} entry={chosen} />}
      </div>
    </div>
  );
}

/** Ids are never read by anyone; they only have to differ. */
function emptyTemplate(): MessageTemplate {
  const empty = { en: '', es: '' };
  return {
    id: `own-${crypto.randomUUID().slice(0, 13)}`,
    moment: 'other',
    channel: 'chat',
    name: empty,
    subject: empty,
    text: empty,
  };
}
