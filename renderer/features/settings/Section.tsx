import { Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './SettingsPage.module.css';

type Props = { readonly title: string; readonly children: ReactNode };

/** A titled group of settings. */
export function Section({ title, children }: Props) {
  return (
    <Paper component="section" withBorder className={classes['section'] ?? ''}>
      <Stack gap="md">
        <Title order={2} size="h4">
          {title}
        </Title>
        {children}
      </Stack>
    </Paper>
  );
}
