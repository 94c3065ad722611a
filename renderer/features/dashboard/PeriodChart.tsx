import { Group, Switch, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './Dashboard.module.css';

/** One part of the period: its name and its counts. */
export type PartCounts = { readonly name: string; readonly opened: number; readonly solved: number };

/** Names under the columns; more would run into each other. */
const NAMES_MAX = 12;

/** Opened and solved over the period as columns, or the same as a table. */
export function PeriodChart({ parts }: { readonly parts: readonly PartCounts[] }) {
  const { t } = useTranslation('dashboard');
  const [isTable, setTable] = useState(false);
  const highest = Math.max(1, ...parts.flatMap(({ opened, solved }) => [opened, solved]));
  const every = Math.ceil(parts.length / NAMES_MAX);
  // One among thousands is seen too.
  const heightOf = (count: number) => ({ height: count === 0 ? 0 : `max(2px, ${(100 * count) / highest}%)` });
  return (
    <section className={classes['card']} aria-label={t('course.title')}>
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h5">
          {t('course.title')}
        </Title>
        <Group gap="md">
          {(['opened', 'solved'] as const).map((kind) => (
            <Text key={kind} size="xs" component="span">
              <span className={classes['key']} data-kind={kind} aria-hidden />
              {t(`course.${kind}`)}
            </Text>
          ))}
          <Switch
            size="sm"
            label={t('asTable')}
            checked={isTable}
            onChange={(event) => setTable(event.currentTarget.checked)}
          />
        </Group>
      </Group>
      {isTable ? (
        <PartTable parts={parts} />
      ) : (
        <div role="img" aria-label={t('course.summary', { highest })}>
          <div className={classes['columns']}>
            {parts.map(({ name, opened, solved }) => (
              <div
                key={name}
                className={classes['column']}
                title={t('course.part', { name, opened, solved })}
              >
                <span className={classes['bar']} data-kind="opened" style={heightOf(opened)} />
                <span className={classes['bar']} data-kind="solved" style={heightOf(solved)} />
              </div>
            ))}
          </div>
          <div className={classes['names']}>
            {parts.map(({ name }, index) => (
              <span key={name}>{index % every === 0 ? name : ''}</span>
            ))}
          </div>
        </div>
      )}
    </section>
  );
}

function PartTable({ parts }: { readonly parts: readonly PartCounts[] }) {
  const { t } = useTranslation('dashboard');
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{t('course.when')}</th>
          <th scope="col">{t('course.opened')}</th>
          <th scope="col">{t('course.solved')}</th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ name, opened, solved }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>{opened}</td>
            <td>{solved}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
