import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';

type Props = {
  readonly title: string;
  readonly what: string;
  /** How it stands, in one line. */
  readonly status: ReactNode;
  readonly actions: ReactNode;
};

/** One part of the panel: how it stands, and its buttons. */
export function Part({ title, what, status, actions }: Props) {
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {title}
      </Title>
      <Text size="sm" c="dimmed">
        {what}
      </Text>
      {status}
      <Group gap="sm">{actions}</Group>
    </Stack>
  );
}
