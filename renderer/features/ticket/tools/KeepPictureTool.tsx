import { Stack, Text } from '@mantine/core';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { AddAttachments } from '../context/AddAttachments.tsx';
import { useAddAttachments } from '../context/use-add-attachments.ts';
import { usePastedFiles } from '../context/use-pasted-files.ts';
import classes from './Tools.module.css';
import type { ToolProps } from './tool-props.ts';

/** A photo of what the device says, kept with the ticket at the place of work. Files that are dropped have their place already. */
export function KeepPictureTool({ ticket }: Pick<ToolProps, 'ticket'>) {
  const { t } = useTranslation('ticket');
  const adding = useAddAttachments(ticket.id);
  const place = useRef<HTMLDivElement>(null);
  usePastedFiles(place, (files) => void adding.add(files));
  return (
    <Stack ref={place} className={classes['panel'] ?? ''} gap="xs">
      <Text size="sm">{t('keepPicture.hint')}</Text>
      <AddAttachments adding={adding} label={t('keepPicture.add')} />
    </Stack>
  );
}
