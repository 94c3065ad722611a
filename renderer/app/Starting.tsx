import { Loader } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './Starting.module.css';

/** What `index.html` has painted already, so that nothing moves; a start that takes long says that it goes on. */
export function Starting() {
  const { t } = useTranslation('common');
  return (
    <main className="starting">
      {t('appName')}
      <Loader className={classes['late'] ?? ''} role="progressbar" aria-label={t('starting')} />
    </main>
  );
}
