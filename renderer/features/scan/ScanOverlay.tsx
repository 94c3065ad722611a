import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ShortcutLayer } from '../../lib/shortcuts.tsx';
import { loadLater } from '../../ui/load-later.tsx';
import classes from './ScanOverlay.module.css';
import type { ScanSession } from './use-scan-session.ts';

const ScanBody = loadLater(() => import('./ScanBody.tsx').then((part) => part.ScanBody));

type Props = { readonly session: ScanSession };

/** The scanner over any page. Escape is ours, not the dialog's: it steps back out of a choice first. */
export function ScanOverlay({ session }: Props) {
  const { t } = useTranslation('scan');
  const { state, dispatch } = session;
  return (
    <Modal
      opened={state.isOpen}
      onClose={() => dispatch({ type: 'closed' })}
      title={t('title')}
      closeButtonProps={{ 'aria-label': t('close') }}
      returnFocus={state.success?.wasShown ?? true}
      size="62rem"
      yOffset="3dvh"
      classNames={{
        title: classes['title'] ?? '',
        header: classes['surface'] ?? '',
        content: classes['surface'] ?? '',
      }}
    >
      <ShortcutLayer>
        <ScanBody session={session} />
      </ShortcutLayer>
    </Modal>
  );
}
