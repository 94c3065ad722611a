import { Switch } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { HotkeySetting } from './HotkeySetting.tsx';
import { KeyMap } from './KeyMap.tsx';
import { Section } from './Section.tsx';
import type { SectionProps } from './section-props.ts';

/** The key that scans from any program, whether single letters act, and the key of each command. */
export function KeyboardSection({ settings, onSave }: SectionProps) {
  const { t } = useTranslation('settings');
  return (
    <Section title={t('keyboard.title')}>
      <Switch
        label={t('keyboard.singleKeys')}
        description={t('keyboard.singleKeysWhat')}
        checked={settings.areSingleKeysEnabled}
        onChange={(event) => onSave({ areSingleKeysEnabled: event.currentTarget.checked })}
      />
      <HotkeySetting settings={settings} onSave={onSave} />
      <KeyMap settings={settings} onSave={onSave} />
    </Section>
  );
}
