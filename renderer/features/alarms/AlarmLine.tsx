import { ActionIcon, Button, Text } from '@mantine/core';
import { IconBellRinging, IconX } from '@tabler/icons-react';
import type { MouseEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../core/contract/contract.ts';
import classes from './AlarmBar.module.css';

export type Alarm = CallOutput<'alarm.list'>['unseen'][number];

type Props = {
  readonly alarm: Alarm;
  readonly onOpen: () => void;
  readonly onSnooze: () => void;
  readonly onDismiss: () => void;
  /** What stands behind it in the line. */
  readonly children?: ReactNode;
};

/** What is due of one ticket, and what can be done about it from here. */
export function AlarmLine({ alarm, onOpen, onSnooze, onDismiss, children }: Props) {
  const { t } = useTranslation('common');
  const words = t(`alarms.kinds.${alarm.kind}`);
  return (
    <div className={classes['line']}>
      <IconBellRinging aria-hidden size={18} />
      <Text size="sm" className={classes['text'] ?? ''} title={words}>
        <strong>{t('alarms.ticket', { number: alarm.ticketNumber })}</strong> {words}
      </Text>
      <Button size="compact-sm" onClick={once(onOpen)}>
        {t('alarms.open')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={once(onSnooze)}>
        {t('alarms.snooze')}
      </Button>
      <ActionIcon variant="subtle" color="gray" aria-label={t('alarms.dismiss')} onClick={once(onDismiss)}>
        <IconX aria-hidden size={16} />
      </ActionIcon>
      {children}
    </div>
  );
}

/** The second click of a double one would act on the alarm that has come up in the place of the first. */
function once(act: () => void): (event: MouseEvent) => void {
  return ({ detail }) => {
    if (detail < 2) act();
  };
}
