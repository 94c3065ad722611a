import { Select, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { idleLockMinutes } from '../../../core/idle-lock.ts';
import { useCall } from '../../api/use-call.ts';
import { Section } from './Section.tsx';
import type { SectionProps } from './section-props.ts';
import { useScreenLock } from './use-screen-lock.ts';

const NEVER = 0;
const CHOICES_MINUTES = [5, 10, 15, 30, 60, NEVER] as const;

/** After how long without anybody the desk locks itself, and what the lock is worth with the present protection. */
export function LockSection({ settings, onSave }: SectionProps) {
  const { t } = useTranslation('settings');
  const vault = useCall('vault.getState', {}).data;
  const screenLock = useScreenLock();
  if (vault?.state !== 'open') return null;
  const minutes = idleLockMinutes(settings.lockAfterMinutes, vault.protection) ?? NEVER;
  return (
    <Section title={t('lock.title')}>
      <Select
        label={t('lock.after')}
        description={t('lock.afterWhat')}
        allowDeselect={false}
        value={String(minutes)}
        onChange={(value) => onSave({ lockAfterMinutes: Number(value) })}
        data={[...new Set([...CHOICES_MINUTES, minutes])].map((count) => ({
          value: String(count),
          label: count === NEVER ? t('lock.never') : t('lock.minutes', { count }),
        }))}
      />
      <Text size="sm" c="dimmed">
        {t(
          vault.protection === 'passphrase' ? `lock.withPassphrase.${screenLock}` : 'lock.withoutPassphrase',
        )}
      </Text>
    </Section>
  );
}
