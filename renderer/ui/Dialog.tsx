import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ShortcutLayer } from '../lib/shortcuts.tsx';
import { EscapeKey } from './EscapeKey.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

type Props = {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  /** It asks something in the middle of a call: it is narrow, and closing it is cancelling. */
  readonly isQuestion?: boolean;
  /** Made anew each time it opens, so that nothing typed stays behind. */
  readonly children: ReactNode;
};

/** A dialog over the page whose keys rest meanwhile. */
export function Dialog({ title, isOpen, onClose, isQuestion = false, children }: Props) {
  const { t } = useTranslation('common');
  const closeLabel = t(isQuestion ? 'actions.cancel' : 'actions.close');
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={isQuestion ? 'md' : 'lg'}
      closeButtonProps={{ 'aria-label': closeLabel }}
    >
      <ShortcutLayer>
        {isOpen && (
          <Content closeLabel={closeLabel} onClose={onClose}>
            {children}
          </Content>
        )}
      </ShortcutLayer>
    </Modal>
  );
}

type ContentProps = Pick<Props, 'onClose' | 'children'> & { readonly closeLabel: string };

function Content({ closeLabel, onClose, children }: ContentProps) {
  const content = useKeptFocus<HTMLDivElement>();
  return (
    <div ref={content}>
      {children}
      <EscapeKey label={closeLabel} onClose={onClose} />
    </div>
  );
}
