import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ShortcutLayer, useShortcuts } from '../lib/shortcuts.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

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
      // Escape is the layer's: closing before the key has passed would let the page under it hear the same key.
      closeOnEscape={false}
      closeButtonProps={{ 'aria-label': t('actions.close') }}
    >
      <ShortcutLayer>{isOpen && <Content onClose={onClose}>{children}</Content>}</ShortcutLayer>
    </Modal>
  );
}

function Content({ onClose, children }: Pick<Props, 'onClose' | 'children'>) {
  const { t } = useTranslation('common');
  const content = useKeptFocus<HTMLDivElement>();
  useShortcuts([{ key: 'Escape', label: t('actions.close'), run: onClose }]);
  return <div ref={content}>{children}</div>;
}
