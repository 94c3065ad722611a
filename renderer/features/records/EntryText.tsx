import { Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { RecordEntryLine } from '../../../core/contract/record-calls.ts';
import { useRecordWords } from '../../lib/use-record-words.ts';

/** What an entry of a record's log says, and what it changed, field by field. */
export function EntryText({ entry }: { readonly entry: RecordEntryLine }) {
  const { t } = useTranslation('records');
  const { textOf } = useRecordWords();
  const { changes, reason } = entry;
  const what = entryWords(entry, t);
  return (
    <>
      <Text size="sm">{what}</Text>
      {reason !== undefined && (
        <Text size="sm">{t('ownerReason', { reason: t(`common:ownerReasons.${reason}`) })}</Text>
      )}
      {changes === null ? (
        <Text size="sm">{t('erased')}</Text>
      ) : (
        changes.map(({ name, before, after }) => (
          <Text key={name} size="sm" c="dimmed">
            {t(`fields.${name}`, { defaultValue: name })}:{' '}
            <span className={name === 'serial' ? 'rd-mono' : ''}>
              {before === '' ? '' : `${textOf(name, before)} → `}
              {after === '' ? t('empty') : textOf(name, after)}
            </span>
          </Text>
        ))
      )}
    </>
  );
}

function entryWords({ action, cause, range }: RecordEntryLine, t: TFunction<'records'>): string {
  if (cause === 'erasure') return t('causes.erasure');
  if (cause === 'command' || range === null) return t(`actions.${action}`);
  return t(`causes.${cause}`, { from: range.fromSequence, to: range.toSequence });
}
