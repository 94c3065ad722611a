import { Button, Checkbox, Text } from '@mantine/core';
import { IconDeviceFloppy, IconMailForward } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Scan } from '../../../../core/contract/records.ts';
import { useCommand } from '../../../api/use-call.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { gridToPng } from './grid-png.ts';
import classes from './Tools.module.css';
import { useVerifiedQr } from './use-verified-qr.ts';

type Props = {
  readonly payload: string;
  /** Null until a whole address is typed. */
  readonly address: string | null;
  readonly scan: Scan | null;
};

/** The request as a mail with the QR as a picture: only a file can carry an attachment into a mail program. */
export function MailFileTool({ payload, address, scan }: Props) {
  const { t } = useTranslation('ticket');
  const qr = useVerifiedQr(scan);
  const makeFile = useCommand('mail.makeFile');
  const [hasTextFile, setTextFile] = useState(false);
  const isReady = address !== null && qr.state === 'ready';
  const make = async (way: 'open' | 'save') => {
    if (address === null || qr.state !== 'ready') return;
    makeFile.mutate({ way, to: address, payload, qrPicture: await gridToPng(qr.grid), hasTextFile });
  };
  return (
    <>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconMailForward aria-hidden size={18} />}
        disabled={!isReady}
        loading={makeFile.isPending}
        onClick={() => void make('open')}
      >
        {t('mail.openWithPicture')}
      </Button>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconDeviceFloppy aria-hidden size={18} />}
        disabled={!isReady || makeFile.isPending}
        onClick={() => void make('save')}
      >
        {t('mail.saveFile')}
      </Button>
      <Checkbox
        size="sm"
        label={t('mail.textFile')}
        checked={hasTextFile}
        onChange={(event) => setTextFile(event.currentTarget.checked)}
      />
      <Text size="sm" role="status" className={classes['told'] ?? ''}>
        {makeFile.data === undefined ? '' : t(`mail.files.${makeFile.data.result}`)}
      </Text>
      <CallErrorNotice error={makeFile.error} />
    </>
  );
}
