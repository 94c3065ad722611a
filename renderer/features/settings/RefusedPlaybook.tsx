import { useTranslation } from 'react-i18next';
import type { ListedPlaybook } from '../../../core/contract/records.ts';
import { Notice } from '../../ui/Notice.tsx';
import classes from './SettingsPage.module.css';

/** A file that is not used, with each reason at its place. */
export function RefusedPlaybook({ source: { file, problems } }: { readonly source: ListedPlaybook }) {
  const { t } = useTranslation('settings');
  return (
    <Notice tone="danger" title={t('procedures.refused', { file })}>
      {t('procedures.refusedNext')}
      <ul className={classes['problems']}>
        {problems.map(({ place, path, reason }) => (
          <li key={`${place?.line} ${path} ${reason}`}>
            {[place === null ? '' : t('procedures.place', place), path, reason]
              .filter((part) => part !== '')
              .join(': ')}
          </li>
        ))}
      </ul>
    </Notice>
  );
}
