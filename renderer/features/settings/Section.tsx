import { Paper, Stack, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
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

/** The same, by the name of its title. */
export function TitledSection({
  name,
  children,
}: {
  readonly name: 'you' | 'records' | 'inOut';
  readonly children: ReactNode;
}) {
  const { t } = useTranslation('settings');
  const titles = { you: t('you.title'), records: t('records.title'), inOut: t('inOut.title') };
  return <Section title={titles[name]}>{children}</Section>;
}
