import { NavLink, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './SettingsPage.module.css';
import type { SettingsSection } from './setting-entries.ts';
import { useSectionTitle } from './use-found-sections.ts';

type Props = {
  readonly sections: readonly SettingsSection[];
  readonly current: SettingsSection | null;
};

/** The sections that are there, each one press away. */
export function SectionList({ sections, current }: Props) {
  const { t } = useTranslation('settings');
  const titleOf = useSectionTitle();
  return (
    <Stack component="nav" gap={2} aria-label={t('sections')} className={classes['sections'] ?? ''}>
      {sections.map((section) => (
        <NavLink
          key={section}
          className={classes['sectionLink'] ?? ''}
          href={`#/settings/${section}`}
          label={titleOf(section)}
          active={section === current}
          aria-current={section === current ? 'location' : undefined}
        />
      ))}
    </Stack>
  );
}
