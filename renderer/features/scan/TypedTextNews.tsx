import { Button, CloseButton, Text } from '@mantine/core';
import { IconAlertTriangle, IconCopy } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './ScanNews.module.css';
import type { TypedText } from './typed-news.ts';

/** Long enough to read it and to copy; what was typed could be a secret. */
const SHOWN_FOR_MS = 30_000;

/** As much as the line has room for; all of it is copied. */
const SHOWN_LENGTH = 24;

type Props = { readonly typed: TypedText; readonly onDismiss: () => void };

/** What was typed without a field pressed nothing; here it is to be had again. */
export function TypedTextNews({ typed, onDismiss }: Props) {
  const { t } = useTranslation('scan');
  // biome-ignore lint/correctness/useExhaustiveDependencies: another text starts the time anew.
  useEffect(() => {
    const timer = setTimeout(onDismiss, SHOWN_FOR_MS);
    return () => clearTimeout(timer);
  }, [typed, onDismiss]);
  return (
    <div className={classes['news']} data-tone="warning">
      <IconAlertTriangle aria-hidden size={18} />
      {typed.kind === 'brokeOff' ? (
        <Text size="xs">{t('typed.brokeOff', { count: typed.count })}</Text>
      ) : (
        <>
          <Text size="xs">{t('typed.nowhere', { text: shortened(typed.text) })}</Text>
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconCopy aria-hidden size={14} />}
            onClick={() => void navigator.clipboard.writeText(typed.text).then(onDismiss)}
          >
            {t('typed.copy')}
          </Button>
        </>
      )}
      <CloseButton size="md" aria-label={t('success.dismiss')} onClick={onDismiss} />
    </div>
  );
}

function shortened(text: string): string {
  const shown = [...text.replace(/\s+/g, ' ')];
  return shown.length > SHOWN_LENGTH ? `${shown.slice(0, SHOWN_LENGTH).join('')}…` : shown.join('');
}
