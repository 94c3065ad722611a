import { Anchor, Button, Group, Paper, Text, Title } from '@mantine/core';
import { IconCircle, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../../api/use-call.ts';
import { type FirstDayStep, firstDaySteps } from './first-day.ts';
import classes from './SettingsPage.module.css';
import type { SectionProps } from './section-props.ts';

const SECTIONS: Readonly<Record<FirstDayStep['name'], string>> = {
  protection: 'records',
  recoveryKey: 'records',
  shop: 'shop',
  country: 'shop',
  camera: 'camera',
};

/** What makes a desk ready on its first day; it goes once all is done, or when the agent puts it away. */
export function FirstDay({ settings, onSave }: SectionProps) {
  const { t } = useTranslation('settings');
  const vault = useCall('vault.getState', {}).data;
  const desk = useCall('desk.getSettings', {}).data;
  if (settings.isFirstDayOver || vault?.state !== 'open' || desk === undefined) return null;
  const steps = firstDaySteps(vault, desk.settings, settings);
  if (steps.every(({ isDone }) => isDone)) return null;
  return (
    <Paper
      component="section"
      withBorder
      className={classes['section'] ?? ''}
      aria-label={t('firstDay.title')}
    >
      <Group justify="space-between">
        <Title order={2} size="h4">
          {t('firstDay.title')}
        </Title>
        <Button size="compact-sm" variant="subtle" onClick={() => onSave({ isFirstDayOver: true })}>
          {t('firstDay.putAway')}
        </Button>
      </Group>
      <ul className={classes['firstDay']}>
        {steps.map(({ name, isDone }) => {
          const Icon = isDone ? IconCircleCheck : IconCircle;
          return (
            <li key={name} data-done={isDone}>
              <Icon aria-hidden size={18} />
              {isDone ? (
                <Text size="sm" c="dimmed">
                  {t(`firstDay.steps.${name}`)} {t('firstDay.done')}
                </Text>
              ) : (
                <Anchor size="sm" href={`#/settings/${SECTIONS[name]}`}>
                  {t(`firstDay.steps.${name}`)}
                </Anchor>
              )}
            </li>
          );
        })}
      </ul>
    </Paper>
  );
}
