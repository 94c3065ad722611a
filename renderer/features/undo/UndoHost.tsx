import { VisuallyHidden } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import classes from './Undo.module.css';
import { useUndo } from './use-undo.tsx';

/**
 * Offers to undo whatever was just done to a record: by key, and by a message that goes by itself. Every command that changes
 * records is told by the backend, so no feature has to ask for it; its words are in `undo.json` under `done`.
 */
export function UndoHost() {
  const { t } = useTranslation('undo');
  const { spoken, turn } = useUndo();
  useShortcuts([
    { key: 'Ctrl+Z', label: t('undo'), run: () => turn('undo', null), isQuiet: true },
    { key: 'Ctrl+Shift+Z', label: t('redo'), run: () => turn('redo', null), isQuiet: true },
  ]);
  return (
    <>
      {/* Always there, so that a screen reader hears what is put into it; the message itself says nothing a second time. */}
      <VisuallyHidden role="status">{spoken}</VisuallyHidden>
      <Notifications position="bottom-right" limit={1} className={classes['host'] ?? ''} />
    </>
  );
}
