import { useTranslation } from 'react-i18next';
import type { LookAlike } from '../../../../core/password/security-code.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { useSecretOnScreen } from '../secret-screen.ts';
import classes from './Tools.module.css';

/** Names the characters that are often misread, so that the agent asks before a try is used up. */
export function LookAlikes({ lookAlikes }: { readonly lookAlikes: readonly LookAlike[] }) {
  const { t } = useTranslation('ticket');
  useSecretOnScreen(lookAlikes.length > 0);
  if (lookAlikes.length === 0) return null;
  return (
    <Notice tone="info" title={t('code.lookAlikes')}>
      {lookAlikes.map(({ index, character, others }) => (
        <div key={index} className={`rd-mono ${classes['unmarked']}`}>
          {t('code.lookAlike', { place: index + 1, character, others: others.join(', ') })}
        </div>
      ))}
    </Notice>
  );
}
