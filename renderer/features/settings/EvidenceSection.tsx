import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section } from './Section.tsx';
import type { SectionProps } from './section-props.ts';

/** What is kept of a scan besides its text. */
export function EvidenceSection({ settings, onSave }: SectionProps) {
  const { t } = useTranslation('settings');
  return (
    <Section title={t('evidence.title')}>
      <Switch
        label={t('evidence.crops')}
        description={t('evidence.cropsWhat')}
        checked={settings.areCropsKept}
        onChange={(event) => onSave({ areCropsKept: event.currentTarget.checked })}
      />
    </Section>
  );
}
