import { Group, Loader, Text } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './Status.module.css';

type Props = { readonly tone: 'good' | 'warning' | 'busy'; readonly children: ReactNode };

/** A line that says how something stands, by icon and word. */
export function Status({ tone, children }: Props) {
  return (
    <Group gap="xs" wrap="nowrap" role="status" className={classes[tone] ?? ''}>
      {tone === 'busy' && <Loader size={18} aria-hidden />}
      {tone === 'good' && <IconCircleCheck aria-hidden size={18} />}
      {tone === 'warning' && <IconAlertTriangle aria-hidden size={18} />}
      <Text size="sm">{children}</Text>
    </Group>
  );
}
