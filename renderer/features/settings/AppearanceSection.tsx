import { Input, SegmentedControl, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { settingsSchema } from '../../../core/contract/shell-records.ts';
import { Section } from './Section.tsx';
import type { SectionProps } from './section-props.ts';

const themeSchema = settingsSchema.shape.theme;

/** Light or dark, and the language. There is one language so far, so there is nothing to choose. */
export function AppearanceSection({ settings, onSave }: SectionProps) {
  const { t } = useTranslation('settings');
  const themeLabelId = useId();
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
        <Text size="sm" fw={500}>
          {t('appearance.language')}
        </Text>
        <Text size="sm" c="dimmed">
          {t(`appearance.languages.${settings.language}`)}
        </Text>
      </div>
    </Section>
  );
}
