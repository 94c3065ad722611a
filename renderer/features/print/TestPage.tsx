import { useTranslation } from 'react-i18next';
import type { Paper } from '../../../core/print/paper.ts';
import type { Language } from '../../../core/values.ts';
import classes from './Print.module.css';

/** Shows whether a printer cuts off an edge or scales. */
export function TestPage({ language, paper }: { readonly language: Language; readonly paper: Paper }) {
  const { t } = useTranslation('print', { lng: language });
  return (
    <div className={classes['test']}>
      <h1>{t('testPage.title')}</h1>
      <p>{t(`testPage.paper.${paper}`)}</p>
      <p>{t('testPage.what')}</p>
      <div className={classes['ruler']}>{t('testPage.ruler')}</div>
      <p>{t('testPage.letters')}</p>
    </div>
  );
}
