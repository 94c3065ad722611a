import { Button, Group, SegmentedControl, Select, Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TemplateEntry } from '../../../core/contract/words-calls.ts';
import { messageChannelSchema, momentSchema } from '../../../core/message/template.ts';
import { languageSchema } from '../../../core/values.ts';
import { useCommand } from '../../api/use-call.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import classes from './Messages.module.css';
import { TemplateCheck } from './TemplateCheck.tsx';
import { useTemplateForm } from './use-template-form.ts';

/** One message in every language, with what is wrong with it and how it will read. */
export function TemplateEditor({ entry }: { readonly entry: TemplateEntry }) {
  const { t } = useTranslation('messages');
  const form = useTemplateForm(entry);
  const remove = useCommand('template.remove');
  const { values } = form;
  const template = { ...values, id: entry.template.id };
  return (
    <div className={classes['editor']}>
      <Group align="flex-end" gap="sm">
        <Select
          label={t('moment')}
          allowDeselect={false}
          value={values.moment}
          data={momentSchema.options.map((value) => ({ value, label: t(`moments.${value}`) }))}
          onChange={(moment) => form.change({ moment: momentSchema.parse(moment) })}
        />
        <SegmentedControl
          aria-label={t('channel')}
          value={values.channel}
          data={messageChannelSchema.options.map((value) => ({ value, label: t(`channels.${value}`) }))}
          onChange={(channel) => form.change({ channel: messageChannelSchema.parse(channel) })}
        />
      </Group>
      <div className={classes['pair']}>
        {languageSchema.options.map((language) => (
          <div key={language} className={classes['editor']} lang={language}>
            <TextInput
              label={t('name', { language: t(`languages.${language}`) })}
              maxLength={80}
              value={values.name[language]}
              onChange={(event) =>
                form.change({ name: { ...values.name, [language]: event.currentTarget.value } })
              }
              onBlur={form.flush}
            />
            {values.channel === 'mail' && (
              <TextInput
                label={t('subject', { language: t(`languages.${language}`) })}
                maxLength={200}
                value={values.subject[language]}
                onChange={(event) =>
                  form.change({ subject: { ...values.subject, [language]: event.currentTarget.value } })
                }
                onBlur={form.flush}
              />
            )}
            <Textarea
              label={t('text', { language: t(`languages.${language}`) })}
              maxLength={2000}
              classNames={{ input: 'rd-growing' }}
              value={values.text[language]}
              onChange={(event) =>
                form.change({ text: { ...values.text, [language]: event.currentTarget.value } })
              }
              onBlur={form.flush}
            />
          </div>
        ))}
      </div>
      {form.conflict !== null && (
        <Notice
          tone="warning"
          title={t('conflict')}
          action={
            <Button
              variant="default"
              onClick={() => {
                if (form.conflict !== null) form.change(form.conflict);
                form.dismissConflict();
              }}
            >
              {t('useMine')}
            </Button>
          }
        >
          {t('conflictNext')}
        </Notice>
      )}
      <CallErrorNotice error={form.error ?? remove.error} />
      <TemplateCheck template={template} />
      {entry.origin !== 'shipped' && (
        <div>
          <Button
            variant="default"
            loading={remove.isPending}
            onClick={() => remove.mutate({ templateId: template.id, version: entry.version })}
          >
            {t(entry.origin === 'own' ? 'remove' : 'restore')}
          </Button>
        </div>
      )}
    </div>
  );
}
