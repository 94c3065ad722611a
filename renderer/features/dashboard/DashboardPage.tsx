import { Button, SegmentedControl, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Dashboard, Span } from '../../../core/contract/dashboard-calls.ts';
import { useCall, useCommand } from '../../api/use-call.ts';
import { useNow } from '../../lib/use-now.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import classes from './Dashboard.module.css';
import { PeriodChart } from './PeriodChart.tsx';
import { boundsOf, type Period, partName, periodSchema } from './periods.ts';
import { ShareTable } from './ShareTable.tsx';
import { SHARE_KINDS, useShares } from './use-shares.ts';

const BY_THE_MINUTE_MS = 60_000;
const MINUTES_PER_HOUR = 60;

/** How the desk is doing: today, this week and by weeks, each figure as a chart, as a table, and as a file. */
export function DashboardPage() {
  const { t, i18n } = useTranslation('dashboard');
  const [period, setPeriod] = useState<Period>('week');
  const now = useNow(BY_THE_MINUTE_MS);
  const bounds = boundsOf(period, now);
  const read = useCall('dashboard.read', { bounds });
  const save = useCommand('export.saveTable');
  const sharesOf = useShares();
  const figures = read.data;
  const parts = bounds.slice(0, -1).map((from, index) => ({
    name: partName(period, from, i18n.language),
    opened: figures?.opened[index] ?? 0,
    solved: figures?.solved[index] ?? 0,
  }));
  const shares = figures === undefined ? null : sharesOf(figures);
  const saveTable = () => {
    if (shares === null) return;
    const rows = [
      [t('course.when'), t('course.opened'), t('course.solved')],
      ...parts.map(({ name, opened, solved }) => [name, opened, solved]),
      ...SHARE_KINDS.flatMap((kind) => [
        [t(`kinds.${kind}`), t('share.tickets'), t('share.solved')],
        ...shares[kind].map(({ name, tickets, solved }) => [name, tickets, solved ?? 0]),
      ]),
    ];
    save.mutate({ name: `figures-${period}`, rows });
  };
  return (
    <div className={classes['page']}>
      <header className={classes['header']}>
        <Title order={1} size="h2">
          {t('title')}
        </Title>
        <SegmentedControl
          aria-label={t('period.label')}
          value={period}
          onChange={(value) => setPeriod(periodSchema.parse(value))}
          data={periodSchema.options.map((value) => ({ value, label: t(`period.${value}`) }))}
        />
        <Button
          variant="default"
          leftSection={<IconDownload aria-hidden size={16} />}
          loading={save.isPending}
          disabled={shares === null}
          onClick={saveTable}
        >
          {t('export')}
        </Button>
      </header>
      <CallErrorNotice error={read.error ?? save.error} />
      {figures !== undefined && <Figures figures={figures} />}
      {figures !== undefined && <PeriodChart parts={parts} />}
      {shares !== null && (
        <div className={classes['cards']}>
          {SHARE_KINDS.map((kind) => (
            <ShareTable
              key={kind}
              title={t(`kinds.${kind}`)}
              what={t(`share.what.${kind}`)}
              shares={shares[kind]}
            />
          ))}
        </div>
      )}
    </div>
  );
}

function Figures({ figures }: { readonly figures: Dashboard }) {
  const { t, i18n } = useTranslation('dashboard');
  const [opened, solved] = [sum(figures.opened), sum(figures.solved)];
  const number = (count: number) => count.toLocaleString(i18n.language);
  return (
    <dl className={classes['figures']}>
      <Figure name={t('figures.opened')} value={number(opened)} />
      <Figure
        name={t('figures.solved')}
        value={number(solved)}
        note={t('figures.ofClosed', { count: figures.closed })}
      />
      <TimeFigure name={t('figures.toCode')} span={figures.toCode} />
      <TimeFigure name={t('figures.toLogin')} span={figures.toLogin} />
    </dl>
  );
}

function TimeFigure({ name, span }: { readonly name: string; readonly span: Span }) {
  const { t } = useTranslation('dashboard');
  const { medianMs, tickets } = span;
  if (medianMs === null) return <Figure name={name} value="–" />;
  const minutes = Math.round(medianMs / BY_THE_MINUTE_MS);
  const value =
    minutes < MINUTES_PER_HOUR
      ? t('minutes', { count: minutes })
      : t('hours', { hours: Math.floor(minutes / MINUTES_PER_HOUR), minutes: minutes % MINUTES_PER_HOUR });
  return <Figure name={name} value={value} note={t('figures.median', { count: tickets })} />;
}

type FigureProps = { readonly name: string; readonly value: string; readonly note?: string };

function Figure({ name, value, note }: FigureProps) {
  return (
    <div className={classes['figure']}>
      <Text component="dt" size="sm">
        {name}
      </Text>
      <dd>{value}</dd>
      {note !== undefined && (
        <Text component="dd" size="xs" c="dimmed" fz="xs" fw={400}>
          {note}
        </Text>
      )}
    </div>
  );
}

function sum(counts: readonly number[]): number {
  return counts.reduce((all, count) => all + count, 0);
}
