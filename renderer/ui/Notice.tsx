import { Group, Paper, Stack, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconInfoCircle, IconXboxX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Notice.module.css';

type NoticeProps = {
  readonly tone: 'info' | 'success' | 'warning' | 'danger';
  /** What happened, one plain line. */
  readonly title: string;
  /** What we saw, and what to do next. */
  readonly children?: ReactNode;
  /** One button with the next action. */
  readonly action?: ReactNode;
};

const ICONS = {
  info: IconInfoCircle,
  success: IconCircleCheck,
  warning: IconAlertTriangle,
  danger: IconXboxX,
} as const;

/** Says what happened, what was seen and what to do, at the place of work. Told by icon, word and colour. */
export function Notice({ tone, title, children, action }: NoticeProps) {
  const Icon = ICONS[tone];
  return (
    <Paper
      className={classes['notice'] ?? ''}
      data-tone={tone}
      role={tone === 'danger' ? 'alert' : 'status'}
      p="sm"
    >
      <Group align="flex-start" wrap="nowrap" gap="sm">
        <Icon className={classes['icon'] ?? ''} aria-hidden size={20} />
        <Stack gap={4} flex={1}>
          <Text fw={600} size="sm">
            {title}
          </Text>
          {children !== undefined && (
            <Text component="div" size="sm">
              {children}
            </Text>
          )}
        </Stack>
        {action}
      </Group>
    </Paper>
  );
}
