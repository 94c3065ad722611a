import { Button, Group, SegmentedControl } from '@mantine/core';
import { IconClockPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { type PracticeCase, practiceCases } from '../../../core/practice/state.ts';
import type { Rehearsal } from './use-practice-device.ts';

/** What is the matter with the device in this rehearsal, and time that passes at a click. */
export function CaseBar({ device, state, beginAnew }: Rehearsal) {
  const { t } = useTranslation('practice');
  const choices = practiceCases.map((value) => ({ value, label: t(`case.${value}`) }));
  return (
    <Group gap="sm" justify="space-between">
      <SegmentedControl<PracticeCase>
        size="xs"
        aria-label={t('case.label')}
        data={choices}
        value={state.case}
        onChange={beginAnew}
      />
      <Button
        variant="default"
        size="xs"
        leftSection={<IconClockPlus aria-hidden size={16} />}
        onClick={() => device.letDayPass()}
      >
        {t('case.dayPasses')}
      </Button>
    </Group>
  );
}
