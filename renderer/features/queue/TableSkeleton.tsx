import { Skeleton, Stack, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const ROWS = ['first', 'second', 'third', 'fourth', 'fifth'];

/** Keeps the place of the rows while the first ones are fetched. */
export function TableSkeleton() {
  const { t } = useTranslation('queue');
  return (
    <Stack gap="xs" aria-busy>
      <VisuallyHidden>{t('loading')}</VisuallyHidden>
      {ROWS.map((row) => (
        <Skeleton key={row} height={54} aria-hidden />
      ))}
    </Stack>
  );
}
