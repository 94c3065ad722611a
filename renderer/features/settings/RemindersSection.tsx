import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from './Section.tsx';
import type { SectionProps } from './section-props.ts';

/** Whether what is due is told on the desktop too. */
export function RemindersSection({ settings, onSave }: SectionProps) {
  const { t } = useTranslation('settings');
  return (
    <Section title={t('reminders.title')}>
      <Switch
        label={t('reminders.desktop')}
        description={t('reminders.desktopWhat')}
        checked={settings.areNotificationsShown}
        onChange={(event) => onSave({ areNotificationsShown: event.currentTarget.checked })}
      />
    </Section>
  );
}
