import { Button, FileButton, Stack, Text } from '@mantine/core';
import { IconPhoto } from '@tabler/icons-react';
import { type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import classes from './FilePanel.module.css';

type Props = {
  readonly isBusy: boolean;
  /** How far reading has come. */
  readonly progress: ReactNode;
  readonly onFiles: (files: readonly File[]) => void;
};

export function FilePanel({ isBusy, progress, onFiles }: Props) {
  const { t } = useTranslation('scan');
  const openDialog = useRef<() => void>(() => undefined);
  // Reset, so that the same file can be opened again after it was mended.
  const resetInput = useRef<() => void>(null);
  useShortcuts([{ key: 'Enter', label: t('file.action'), run: () => openDialog.current() }]);
  return (
    <Stack className={classes['area'] ?? ''} align="center" gap="sm">
      <IconPhoto aria-hidden size={40} />
      <Text ta="center">{t('file.hint')}</Text>
      <FileButton
        accept="image/*,video/*,application/pdf,.pdf,.heic,.heif,.tif,.tiff,.mkv"
        multiple
        resetRef={resetInput}
        inputProps={{ 'aria-label': t('file.action') }}
        onChange={(files) => {
          resetInput.current?.();
          if (files.length > 0) onFiles(files);
        }}
      >
        {({ onClick }) => {
          openDialog.current = onClick;
          return (
            <Button loading={isBusy} rightSection={<KeyHint name="Enter" />} onClick={onClick}>
              {t('file.action')}
            </Button>
          );
        }}
      </FileButton>
      {progress}
    </Stack>
  );
}
