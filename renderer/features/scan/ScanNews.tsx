import { CloseButton, Loader, Text } from '@mantine/core';
import { IconCircleCheck, IconInfoCircle } from '@tabler/icons-react';
import { createContext, useContext, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from 'wouter';
import { FilesProgress } from './FilesProgress.tsx';
import classes from './ScanNews.module.css';
import type { ScanState, ScanSuccess } from './scan-state.ts';
import { TypedTextNews } from './TypedTextNews.tsx';

/** The ticket on screen says it too. What explains a surprise may be read twice. */
const SHOWN_FOR_MS = { brief: 8000, surprise: 30_000 } as const;

/** What scanning came to, and how to put that away; null outside of the scanner's reach. */
export const ScanNewsContext = createContext<{
  readonly state: ScanState;
  readonly onDismiss: () => void;
  /** Ends reading files. */
  readonly onCancel: () => void;
} | null>(null);

/** What scanning came to, in one line: only while the scanner itself is closed. Stands in a live region. */
export function ScanNews() {
  const { t } = useTranslation('scan');
  const news = useContext(ScanNewsContext);
  if (news === null || news.state.isOpen) return null;
  const { isBusy, success, typed } = news.state;
  return (
    <>
      {isBusy && (
        <div className={classes['news']}>
          <Loader size="xs" aria-hidden />
          <Text size="xs">{t('busy')}</Text>
          <FilesProgress state={news.state} onCancel={news.onCancel} />
        </div>
      )}
      {success !== null && <SuccessNews success={success} onDismiss={news.onDismiss} />}
      {typed !== null && <TypedTextNews typed={typed} onDismiss={news.onDismiss} />}
    </>
  );
}

type SuccessProps = { readonly success: ScanSuccess; readonly onDismiss: () => void };

function SuccessNews({ success, onDismiss }: SuccessProps) {
  const { t } = useTranslation('scan');
  const [isTicketShown] = useRoute(`/ticket/${success.ticketId}`);
  const isSurprise = success.isClaimed || success.what === 'unusualResetCode';
  useEffect(() => {
    if (!isTicketShown) return onDismiss();
    const timer = setTimeout(onDismiss, SHOWN_FOR_MS[isSurprise ? 'surprise' : 'brief']);
    return () => clearTimeout(timer);
  }, [isTicketShown, isSurprise, onDismiss]);

  const Icon = success.isClaimed ? IconInfoCircle : IconCircleCheck;
  return (
    <div className={classes['news']} data-tone={success.isClaimed ? 'info' : 'success'}>
      <Icon aria-hidden size={18} />
      <Text size="xs">
        <strong>{t(titleOf(success), { number: success.ticketNumber })}</strong>{' '}
        {success.isClaimed &&
          success.customerName !== '' &&
          t('success.whose', { name: success.customerName })}{' '}
        {success.what === 'unusualResetCode' && t('success.unusualNext')}
      </Text>
      <CloseButton size="md" aria-label={t('success.dismiss')} onClick={onDismiss} />
    </div>
  );
}

function titleOf({ what, isClaimed }: ScanSuccess): string {
  if (!isClaimed) return `success.${what}`;
  return what === 'device' ? 'success.claimedDevice' : 'success.claimedCode';
}
