import { Portal, Text } from '@mantine/core';
import { IconPhotoDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './DropCurtain.module.css';

/** Covers the window while a file is dragged over it. */
export function DropCurtain() {
  const { t } = useTranslation('scan');
  return (
    <Portal>
      <div className={classes['curtain']}>
        <IconPhotoDown aria-hidden size={56} />
        <Text fw={600} size="lg">
          {t('dropHere')}
        </Text>
      </div>
    </Portal>
  );
}
