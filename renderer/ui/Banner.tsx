import { Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import classes from './Banner.module.css';

type Props = {
  readonly title: string;
  readonly detail: string;
  readonly isUrgent?: boolean;
  /** In a panel of its own there is room for the detail in every window. */
  readonly isWhole?: boolean;
};

/** One reminder, in the strip above the page or in a panel. */
export function Banner({ title, detail, isUrgent = false, isWhole = false }: Props) {
  return (
    <div className={classes['banner']} data-banner data-urgent={isUrgent} data-whole={isWhole}>
      <IconAlertTriangle aria-hidden size={16} />
      <Text className={classes['text'] ?? ''}>
        <strong>{title}</strong> <span className={classes['detail']}>{detail}</span>
      </Text>
    </div>
  );
}
