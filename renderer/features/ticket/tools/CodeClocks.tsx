import { useTranslation } from 'react-i18next';
import { useNow } from '../../../lib/use-now.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { formatCountdown, formatTime } from '../format-time.ts';
import type { TicketProps } from '../Workspace.tsx';
import { FactList } from './FactList.tsx';
import classes from './Tools.module.css';

/** How long the code lives, how many wrong tries there were, and how long a locked device stays locked. */
export function CodeClocks({ ticket, playbook }: TicketProps) {
  const { t, i18n } = useTranslation('ticket');
  const now = useNow();
  const { request, lockedUntil, wrongCodesInARow } = ticket.state;
  const validUntil = request?.codeValidUntil ?? null;
  const isLocked = lockedUntil !== null && now < lockedUntil;
  return (
    <>
      {isLocked && (
        <Notice tone="warning" title={t('code.locked', { left: formatCountdown(lockedUntil - now) })}>
          {t('code.lockedNext', { at: formatTime(lockedUntil, now, i18n.language) })}
        </Notice>
      )}
      {validUntil !== null && now >= validUntil && (
        <Notice tone="danger" title={t('code.expired')}>
          {t('code.expiredNext')}
        </Notice>
      )}
      <div className={classes['panel']}>
        <FactList
          rows={[
            {
              name: t('code.valid'),
              value:
                validUntil === null
                  ? t('code.validUnknown')
                  : t('code.validUntil', {
                      at: formatTime(validUntil, now, i18n.language),
                      left: formatCountdown(validUntil - now),
                    }),
            },
            {
              name: t('code.wrongTries'),
              value: t('countOf', { count: wrongCodesInARow, total: playbook.limits.wrongCodesBeforeLock }),
            },
          ]}
        />
      </div>
    </>
  );
}
