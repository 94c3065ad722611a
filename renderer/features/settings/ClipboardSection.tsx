import { Input, SegmentedControl, Text } from '@mantine/core';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { Section } from './Section.tsx';
import type { SectionProps } from './section-props.ts';
import { useScreenLock } from './use-screen-lock.ts';

const CHOICES_SECONDS = [15, 30, 60, 120] as const;

/** How long a copied code or password stays on the clipboard. */
export function ClipboardSection({ settings, onSave }: SectionProps) {
  const { t } = useTranslation('settings');
  const labelId = useId();
  const screenLock = useScreenLock();
  return (
    <Section title={t('clipboard.title')}>
      <div>
        <Input.Label id={labelId} component="span">
          {t('clipboard.clear')}
        </Input.Label>
        <Text size="xs" c="dimmed">
          {t(`clipboard.clearWhat.${screenLock}`)}
        </Text>
        <SegmentedControl
          mt={4}
          aria-labelledby={labelId}
          value={String(settings.clipboardClearSeconds)}
          onChange={(seconds) => onSave({ clipboardClearSeconds: Number(seconds) })}
          data={CHOICES_SECONDS.map((count) => ({
            value: String(count),
            label: t('clipboard.seconds', { count }),
          }))}
        />
      </div>
    </Section>
  );
}
