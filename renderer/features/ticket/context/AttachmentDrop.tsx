import { Portal, Text } from '@mantine/core';
import { IconPaperclip } from '@tabler/icons-react';
import type { DragEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useFileDrag } from '../../../lib/use-file-drag.ts';
import classes from './AttachmentDrop.module.css';

type Props = { readonly onFiles: (files: readonly File[]) => void };

/** While files are dragged over the window: the place where they are kept. Everywhere else they are scanned. */
export function AttachmentDrop({ onFiles }: Props) {
  const { t } = useTranslation('ticket');
  const isDragging = useFileDrag();
  if (!isDragging) return null;
  const drop = (event: DragEvent) => {
    event.preventDefault();
    onFiles([...event.dataTransfer.files]);
  };
  return (
    <Portal>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: not a control; the button in the card is for everybody. */}
      <div className={classes['place']} data-attachment-drop onDrop={drop}>
        <IconPaperclip aria-hidden size={24} />
        <Text fw={600}>{t('attachments.drop')}</Text>
      </div>
    </Portal>
  );
}
