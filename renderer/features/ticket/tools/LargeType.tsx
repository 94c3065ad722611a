import { Modal } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ShortcutLayer, useShortcuts } from '../../../lib/shortcuts.tsx';
import { CustomerLanguageSwitch } from '../CustomerLanguageSwitch.tsx';
import { useCustomerLanguage } from '../customer-language.tsx';
import classes from './LargeType.module.css';
import { SpelledGroups } from './SpelledGroups.tsx';

type Props = {
  /** Empty while the window is not in use: then only the frame stays. */
  readonly text: string;
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** A code or password over the whole window, to be read at arm's length. */
export function LargeType({ text, title, isOpen, onClose }: Props) {
  const { t } = useTranslation('ticket');
  const { language } = useCustomerLanguage();
  return (
    <Modal.Root
      opened={isOpen}
      fullScreen
      onClose={onClose}
      // Escape is the layer's: closing before the key has passed would let the page under it hear the same key.
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
    >
      <Modal.Content aria-label={title}>
        <Modal.Body className={classes['body'] ?? ''}>
          <ShortcutLayer>
            <CloseKeys onClose={onClose} />
            <h2 className={classes['title']}>{title}</h2>
            {text === '' ? (
              <p className={classes['hidden']}>{t('spelling.hidden')}</p>
            ) : (
              <SpelledGroups text={text} language={language} size="large" />
            )}
            <div className={classes['foot']}>
              <CustomerLanguageSwitch />
              <button type="button" className={classes['close']} data-autofocus onClick={onClose}>
                {t('spelling.closeLarge')}
              </button>
            </div>
          </ShortcutLayer>
        </Modal.Body>
      </Modal.Content>
    </Modal.Root>
  );
}

function CloseKeys({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation('ticket');
  const label = t('spelling.closeLarge');
  useShortcuts([
    { key: 'Escape', label, run: onClose },
    { key: 'L', label, run: onClose, isQuiet: true },
  ]);
  return null;
}
