import { Anchor, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ContradictedSource } from '../../../core/contract/records.ts';
import { useCall } from '../../api/use-call.ts';
import { localize } from '../../lib/localize.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import classes from './SettingsPage.module.css';

/** Where the records of the desk contradict a source, so that somebody asks whether the source is about such devices. */
export function ContradictedSources() {
  const { t } = useTranslation('settings');
  const { data, error } = useCall('playbook.listContradictions', {});
  if (data === undefined) return <CallErrorNotice error={error} />;
  if (data.sources.length === 0) return null;
  return (
    <Stack gap="xs">
      <Title order={3} size="h5">
        {t('procedures.contradicted.title')}
      </Title>
      <Text size="sm">{t('procedures.contradicted.what')}</Text>
      <ul className={classes['plainList']} aria-label={t('procedures.contradicted.title')}>
        {data.sources.map((source) => (
          <SourceLine key={`${source.condition} ${source.fact?.source}`} {...source} />
        ))}
      </ul>
      {data.hasMore && (
        <Text size="sm" c="dimmed">
          {t('procedures.contradicted.hasMore')}
        </Text>
      )}
    </Stack>
  );
}

function SourceLine({ condition, fact, times, tickets }: ContradictedSource) {
  const { t, i18n } = useTranslation('settings');
  return (
    <li>
      <Text size="sm" fw={600}>
        {fact === null
          ? t(`procedures.contradicted.limits.${condition}`)
          : localize(fact.statement, i18n.language)}
      </Text>
      {fact !== null && (
        <Text size="xs" c="dimmed">
          {fact.source}
        </Text>
      )}
      <Text size="sm" component="div" className={classes['ticketLinks'] ?? ''}>
        <span>{t('procedures.contradicted.times', { count: times })}</span>
        {tickets.map(({ id, number }) => (
          <Anchor key={id} size="sm" href={`#/ticket/${id}`}>
            {t('procedures.contradicted.ticket', { number })}
          </Anchor>
        ))}
      </Text>
    </li>
  );
}
