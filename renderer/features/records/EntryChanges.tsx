import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RecordEntryLine } from '../../../core/contract/record-calls.ts';

/** What an entry changed, field by field. */
export function EntryChanges({ entry }: { readonly entry: RecordEntryLine }) {
  const { t } = useTranslation('records');
  if (entry.changes === null) return <Text size="sm">{t('erased')}</Text>;
  return entry.changes.map(({ name, before, after }) => (
    <Text key={name} size="sm">
      {t(`fields.${name}`, { defaultValue: name })}: {before === '' ? '' : `${before} → `}
      {after === '' ? t('empty') : after}
    </Text>
  ));
}
