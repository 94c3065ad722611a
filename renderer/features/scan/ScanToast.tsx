import { CloseButton, Loader, Paper, Portal, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from 'wouter';
import { Notice } from '../../ui/Notice.tsx';
import classes from './ScanToast.module.css';
import type { ScanState, ScanSuccess } from './scan-state.ts';

/** The ticket on screen says it too, so the message may go; one that explains a surprise stays until it is closed. */
const SHOWN_FOR_MS = 8000;

type Props = { readonly state: ScanState; readonly onDismiss: () => void };

/** What scanning came to, over the page: only while the scanner itself is closed. */
export function ScanToast({ state, onDismiss }: Props) {
  const { t } = useTranslation('scan');
  if (state.isOpen) return null;
  return (
    <Portal>
      <div className={classes['corner']}>
        {state.isBusy && (
          <Paper className={classes['busy'] ?? ''} role="status" p="sm">
            <Loader size="xs" aria-hidden />
            <Text size="sm">{t('busy')}</Text>
          </Paper>
        )}
        {state.success !== null && <SuccessNotice success={state.success} onDismiss={onDismiss} />}
      </div>
    </Portal>
  );
}

type SuccessProps = { readonly success: ScanSuccess; readonly onDismiss: () => void };

function SuccessNotice({ success, onDismiss }: SuccessProps) {
  const { t } = useTranslation('scan');
  const [isTicketShown] = useRoute(`/ticket/${success.ticketId}`);
  const isBrief = !success.isClaimed && success.what !== 'unusualResetCode';

  useEffect(() => {
    if (!isTicketShown) return onDismiss();
    if (!isBrief) return;
    const timer = setTimeout(onDismiss, SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [isTicketShown, isBrief, onDismiss]);

  return (
    <Notice
      tone={success.isClaimed ? 'info' : 'success'}
      title={t(titleOf(success), { number: success.ticketNumber })}
      action={<CloseButton aria-label={t('success.dismiss')} onClick={onDismiss} />}
    >
      {success.what === 'unusualResetCode' ? t('success.unusualNext') : undefined}
    </Notice>
  );
}

function titleOf({ what, isClaimed }: ScanSuccess): string {
  if (!isClaimed) return `success.${what}`;
  return what === 'device' ? 'success.claimedDevice' : 'success.claimedCode';
}
