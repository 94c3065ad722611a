import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import type { CommandId } from '../../core/commands/commands.ts';
import { ShortcutLayer, useShortcuts } from '../lib/shortcuts.tsx';

type Props = {
  readonly label: string;
  readonly isOpen: boolean;
  /** The command that opened it closes it too, as Escape does. */
  readonly openedBy: CommandId;
  readonly closeLabel: string;
  readonly onClose: () => void;
  readonly contentClassName?: string | undefined;
  readonly bodyClassName: string | undefined;
  readonly children: ReactNode;
};

/** One thing over the whole window. */
export function FullWindow(props: Props) {
  const { label, isOpen, openedBy, closeLabel, onClose, contentClassName, bodyClassName, children } = props;
  return (
    <Modal.Root opened={isOpen} fullScreen onClose={onClose}>
      <Modal.Content className={contentClassName ?? ''} aria-label={label}>
        <Modal.Body className={bodyClassName ?? ''}>
          <ShortcutLayer>
            <CloseKeys openedBy={openedBy} label={closeLabel} onClose={onClose} />
            {children}
          </ShortcutLayer>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

type KeysProps = { readonly openedBy: CommandId; readonly label: string; readonly onClose: () => void };

function CloseKeys({ openedBy, label, onClose }: KeysProps) {
  useShortcuts([
    { key: 'Escape', label, run: onClose },
    { command: openedBy, label, run: onClose, isQuiet: true },
  ]);
  return null;
}
