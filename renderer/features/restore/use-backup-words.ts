import { useTranslation } from 'react-i18next';

const MINUTE_MS = 60_000;

/** How a backup is told of: when it is from, and what it does not have. */
export function useBackupWords() {
  const { t, i18n } = useTranslation('restore');
  const date = new Intl.DateTimeFormat(i18n.language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    hour12: false,
  });
  const size = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 1 });
  const when = (at: number) => date.format(at);
  return {
    when,
    size: (bytes: number) => t('size', { megabytes: size.format(bytes / 1_000_000) }),
    /** @param lastWrittenAt when the present records were last written; null when they are not there */
    missing: (madeAt: number, lastWrittenAt: number | null) =>
      lastWrittenAt === null || lastWrittenAt - madeAt < MINUTE_MS
        ? t('missing.unknown', { from: when(madeAt) })
        : t('missing.between', { from: when(madeAt), to: when(lastWrittenAt) }),
  };
}
