import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { ShortcutLayer, useShortcuts } from '../lib/shortcuts.tsx';

type Props = {
  readonly label: string;
  readonly isOpen: boolean;
  /** The key that opened it closes it too, as Escape does. */
  readonly openKey: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly contentClassName?: string | undefined;
  readonly bodyClassName: string | undefined;
  readonly children: ReactNode;
};

/** One thing over the whole window. */
export function FullWindow(props: Props) {
  const { label, isOpen, openKey, closeLabel, onClose, contentClassName, bodyClassName, children } = props;
  return (
    <Modal.Root opened={isOpen} fullScreen onClose={onClose}>
      <Modal.Content className={contentClassName ?? ''} aria-label={label}>
        <Modal.Body className={bodyClassName ?? ''}>
          <ShortcutLayer>
            <CloseKeys openKey={openKey} label={closeLabel} onClose={onClose} />
            {children}
          </ShortcutLayer>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

type KeysProps = { readonly openKey: string; readonly label: string; readonly onClose: () => void };

function CloseKeys({ openKey, label, onClose }: KeysProps) {
  useShortcuts([
    { key: 'Escape', label, run: onClose },
    { key: openKey, label, run: onClose, isQuiet: true },
  ]);
  return null;
}
