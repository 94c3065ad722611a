import { Button, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ScanState } from './scan-state.ts';

type Props = { readonly state: ScanState; readonly onCancel: () => void };

/** Which file, page or frame is being read, with a way to stop; nothing for a single picture, which takes no time. */
export function FilesProgress({ state, onCancel }: Props) {
  const { t } = useTranslation('scan');
  const { progress } = state;
  if (!state.isBusy || progress === null) return null;
  const { file, fileCount, part } = progress;
  const parts = [
    ...(fileCount > 1 ? [t('file.progress.file', { at: file, total: fileCount })] : []),
    ...(part === null ? [] : [t(`file.progress.${part.of}`, { at: part.at, total: part.count })]),
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
