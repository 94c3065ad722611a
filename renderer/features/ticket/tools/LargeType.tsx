import { useTranslation } from 'react-i18next';
import { FullWindow } from '../../../ui/FullWindow.tsx';
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
    <FullWindow
      label={title}
      isOpen={isOpen}
      openedBy="secret.large"
      closeLabel={t('spelling.closeLarge')}
      onClose={onClose}
      bodyClassName={classes['body']}
    >
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
    </FullWindow>
  );
}
