import { Input, SegmentedControl } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsSchema } from '../../../core/contract/shell-records.ts';
import { languageSchema } from '../../../core/values.ts';
import { ownLanguageName } from '../../lib/language-name.ts';
import { Section } from './Section.tsx';
import type { SectionProps } from './section-props.ts';

const themeSchema = settingsSchema.shape.theme;

/** Light or dark, and the language, each named in itself: whoever cannot read the others finds it. */
export function AppearanceSection({ settings, onSave }: SectionProps) {
  const { t } = useTranslation('settings');
  const themeLabelId = useId();
  const languageLabelId = useId();
  return (
    <Section title={t('appearance.title')}>
      <div>
        <Input.Label id={themeLabelId} component="span">
          {t('appearance.theme')}
        </Input.Label>
        <div>
          <SegmentedControl
            aria-labelledby={themeLabelId}
            value={settings.theme}
            onChange={(theme) => onSave({ theme: themeSchema.parse(theme) })}
            data={themeSchema.options.map((theme) => ({ value: theme, label: t(`appearance.${theme}`) }))}
          />
        </div>
      </div>
      <div>
        <Input.Label id={languageLabelId} component="span">
          {t('appearance.language')}
        </Input.Label>
        <div>
          <SegmentedControl
            aria-labelledby={languageLabelId}
            value={settings.language}
            onChange={(language) => onSave({ language: languageSchema.parse(language) })}
            data={languageSchema.options.map((language) => ({
              value: language,
              label: <span lang={language}>{ownLanguageName(language)}</span>,
            }))}
          />
        </div>
      </div>
    </Section>
  );
}
