import { useTranslation } from 'react-i18next';
import { useShortcuts } from '../lib/shortcuts.tsx';

type Props = {
  readonly onClose: () => void;
  /** What it is called in the status line; closing, unless told otherwise. */
  readonly label?: string;
};

/** Put it into the layer of what opens over the page: Escape closes that, and the page under it does not hear the same key. */
export function EscapeKey({ onClose, label }: Props) {
  const { t } = useTranslation('common');
  useShortcuts([{ key: 'Escape', label: label ?? t('actions.close'), run: onClose }]);
  return null;
}
