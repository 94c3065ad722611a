import { Button, Stack, Table, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DeskEntry } from '../../../core/desk-log/desk-entry.ts';
import { useCall } from '../../api/use-call.ts';
import { formatTime } from '../../lib/time-words.ts';
import { useNow } from '../../lib/use-now.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { ChainState } from '../../ui/ChainState.tsx';
import { Part } from '../../ui/Part.tsx';

/** As many as one looks through. */
const ENTRIES = 50;
/** The contract gives no more at once. */
const MOST_ENTRIES = 1000;

/** Who let records out or in, and who erased; asked for, because it is seldom needed. */
export function DeskLog() {
  const { t } = useTranslation('privacy');
  const [isShown, setShown] = useState(false);
  return (
    <Part
      title={t('log.title')}
      what={t('log.what')}
      status={isShown && <Entries />}
      actions={
        <Button variant="default" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
          {t(isShown ? 'log.hide' : 'log.show')}
        </Button>
      }
    />
  );
}

function Entries() {
  const { t, i18n } = useTranslation('privacy');
  const now = useNow(60_000);
  const [limit, setLimit] = useState(ENTRIES);
  const log = useCall('desk.getLog', { limit }, { keepsPrevious: true });
  if (log.data === undefined) return <CallErrorNotice error={log.error} />;
  const { entries, count, brokenAt } = log.data;
  if (count === 0) return <Text size="sm">{t('log.empty')}</Text>;
  return (
    <Stack gap="sm" align="flex-start">
      <ChainState brokenAt={brokenAt} count={count} />
      <Table fz="sm" aria-label={t('log.title')}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t('log.when')}</Table.Th>
            <Table.Th>{t('log.who')}</Table.Th>
            <Table.Th>{t('log.did')}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {entries.map(({ sequence, at, actor, entry }) => (
            <Table.Tr key={sequence}>
              <Table.Td>{formatTime(at, now, i18n.language)}</Table.Td>
              <Table.Td>{actor}</Table.Td>
              <Table.Td>{entry === null ? t('log.unreadable') : wordsOf(entry, t)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {entries.length < count && limit < MOST_ENTRIES && (
        <Button variant="default" onClick={() => setLimit(Math.min(MOST_ENTRIES, limit * 4))}>
          {t('log.more')}
        </Button>
      )}
    </Stack>
  );
}

function wordsOf(entry: DeskEntry, t: TFunction<'privacy'>): string {
  switch (entry.type) {
    case 'exported':
      return t(`log.entries.exported.${entry.what}`, { count: entry.rows });
    case 'customerErased':
      return t(`log.entries.customerErased.${entry.by}`, { count: entry.tickets });
    case 'imported':
      return t('log.entries.imported', {
        added: entry.added,
        changed: entry.changed,
        refused: entry.refused,
      });
    case 'customerExported':
      return t('log.entries.customerExported');
    case 'procedureApproved':
    case 'procedureRefused':
      return t(`log.entries.${entry.type}`, { id: entry.playbookId, version: entry.version });
    case 'demoAdded':
      return t('log.entries.demoAdded', { count: entry.tickets });
    case 'demoRemoved':
      return t('log.entries.demoRemoved', { count: entry.tickets });
    case 'recordsRestored':
      return t('log.entries.recordsRestored');
    case 'recordsRescued':
      return t('log.entries.recordsRescued', { count: entry.tickets });
    case 'headRenewed':
      return t(`log.entries.headRenewed.${entry.cause}`, { count: entry.entries });
    case 'forgeryFound':
      return entry.ticketNumbers.length === 0
        ? t('log.entries.forgeryFound.records', { count: entry.trails })
        : t('log.entries.forgeryFound.tickets', { numbers: numbersOf(entry.ticketNumbers) });
    case 'recordsAccepted':
      return t('log.entries.recordsAccepted');
    case 'agentRenamed':
      return t('log.entries.agentRenamed', { former: entry.former });
    case 'protectionChanged':
      return t('log.entries.protectionChanged', {
        from: t(`log.kept.${entry.from}`),
        to: t(`log.kept.${entry.to}`),
      });
    case 'weakerKeyTaken':
      return t('log.entries.weakerKeyTaken', {
        remembered: t(`log.kept.${entry.remembered}`),
        found: t(`log.kept.${entry.found}`),
      });
    case 'updateRefused':
      return t('log.entries.updateRefused', { reason: t(`settings:update.reasons.${entry.reason}`) });
    case 'updateFetched':
      return t('log.entries.updateFetched', { version: entry.version });
    case 'recoveryKeyMade':
    case 'recoveryKeyUsed':
    case 'keyRenewed':
      return t(`log.entries.${entry.type}`);
  }
}

function numbersOf(ticketNumbers: readonly number[]): string {
  return ticketNumbers.map((number) => `#${number}`).join(', ');
}
