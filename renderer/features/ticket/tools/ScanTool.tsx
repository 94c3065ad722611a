import { Button, Stack, Text } from '@mantine/core';
import { IconQrcode } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatTime } from '../../../lib/time-words.ts';
import { useNow } from '../../../lib/use-now.ts';
import { useCommandKey } from '../../../ui/use-command-key.tsx';
import { useScanner } from '../../scan/index.ts';
import { currentScan } from '../current-scan.ts';
import { FactList } from './FactList.tsx';
import classes from './Tools.module.css';
import type { ToolProps } from './tool-props.ts';

/** Opens the scanner and shows what was scanned last. The key `S` works on every page, so it is only named here. */
export function ScanTool({ ticket }: ToolProps) {
  const { t, i18n } = useTranslation('ticket');
  const openKey = useCommandKey('scan.open');
  const { openScanner } = useScanner();
  const now = useNow(60_000);
  const scan = currentScan(ticket);
  return (
    <Stack className={classes['panel'] ?? ''} gap="sm">
      <Text size="sm">{t(scan === null ? 'scan.needed' : 'scan.again')}</Text>
      <div>
        <Button
          variant={scan === null ? 'light' : 'default'}
          leftSection={<IconQrcode aria-hidden size={18} />}
          rightSection={openKey.hint}
          aria-keyshortcuts={openKey.aria}
          onClick={() => openScanner()}
        >
          {t('scan.open')}
        </Button>
      </div>
      {scan !== null && (
        <FactList
          rows={[
            { name: t('scan.at'), value: formatTime(scan.scannedAt, now, i18n.language) },
            { name: t('scan.from'), value: t(`sources.${scan.source}`) },
            { name: t('scan.mark'), value: <span className="rd-mono">{scan.fingerprint.slice(0, 8)}</span> },
          ]}
        />
      )}
    </Stack>
  );
}
