import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import type { QrReading } from '../../../core/qr/reading.ts';
import { textOf } from './reading-text.ts';

/** The sentences about a reading, in the agent's language. */
export function useReadingText(): (reading: QrReading) => { name: string; what: string; next: string } {
  const { t } = useTranslation('scan');
  return useCallback(
    (reading) => {
      const { name, what, next, values, thing } = textOf(reading);
      const filled = { ...values, ...(thing === null ? {} : { thing: t(thing) }) };
      return { name: t(name), what: t(what, filled), next: t(next, filled) };
    },
    [t],
  );
}
