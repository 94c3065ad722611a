import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ScanState } from './scan-state.ts';

type Props = { readonly state: ScanState; readonly onCancel: () => void };

/** Which file and page is being read, with a way to stop; nothing for a single picture, which takes no time. */
export function FilesProgress({ state, onCancel }: Props) {
  const { t } = useTranslation('scan');
  const { progress } = state;
  if (!state.isBusy || progress === null) return null;
  const { file, fileCount, page, pageCount } = progress;
  const parts = [
    ...(fileCount > 1 ? [t('file.progressFile', { file, fileCount })] : []),
    ...(page === null ? [] : [t('file.progressPage', { page, pageCount })]),
  ];
  if (parts.length === 0) return null;
  return (
    <Group gap="sm">
      <Text size="sm">{parts.join(', ')}</Text>
      <Button variant="default" size="sm" onClick={onCancel}>
        {t('file.cancel')}
      </Button>
    </Group>
  );
}
