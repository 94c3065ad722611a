import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ShortcutLayer } from '../../lib/shortcuts.tsx';

type Props = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** Made anew each time it opens, so that nothing typed stays behind. */
  readonly children: ReactNode;
};

/** A dialog over the page whose keys rest meanwhile. */
export function Dialog({ title, isOpen, onClose, children }: Props) {
  const { t } = useTranslation('common');
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size="lg"
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <ShortcutLayer>{isOpen && children}</ShortcutLayer>
    </Modal>
  );
}
