import type { TFunction } from 'i18next';
import type { RecordEntryLine } from '../../../core/contract/record-calls.ts';

/** What an entry of a record's log says, in words; what was changed stands below it. */
export function entryWords({ action, cause, range }: RecordEntryLine, t: TFunction<'records'>): string {
  if (cause === 'erasure') return t('causes.erasure');
  if (cause === 'command' || range === null) return t(`actions.${action}`);
  return t(`causes.${cause}`, { from: range.fromSequence, to: range.toSequence });
}
