import { Button, Group, Loader, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { assertNever } from '../../../../core/assert-never.ts';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import type { ModuleGrid } from '../../../../core/scan/types.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { useCommandKey } from '../../../ui/use-command-key.tsx';
import { currentScan } from '../current-scan.ts';
import { QrCanvas } from './QrCanvas.tsx';
import { QrFullView } from './QrFullView.tsx';
import classes from './SubmitDmssTool.module.css';
import type { ToolProps } from './tool-props.ts';
import { useRoomInSight } from './use-room-in-sight.ts';
import { useVerifiedQr } from './use-verified-qr.ts';

/** CSS pixels. It grows with the room above the answers; `Q` shows it as large as fits. */
const SIDE = { min: 220, max: 1100, wordsBelow: 52 } as const;

/** The clean QR for the phone with DMSS; shown only after the drawing was read back. */
export function SubmitDmssTool({ ticket }: ToolProps) {
  const { t } = useTranslation('ticket');
  const scan = currentScan(ticket);
  const qr = useVerifiedQr(scan);
  switch (qr.state) {
    case 'missing':
      return (
        <Notice tone="warning" title={t('qr.missing')}>
          {t('qr.missingNext')}
        </Notice>
      );
    case 'checking':
      return (
        <Group gap="sm" role="status">
          <Loader size="sm" />
          <Text size="sm">{t('qr.checking')}</Text>
        </Group>
      );
    case 'failed':
      return (
        <Notice tone="danger" title={t('qr.failed')}>
          {t('qr.failedNext')}
        </Notice>
      );
    case 'ready':
      return <CleanQr grid={qr.grid} ticket={ticket} />;
    default:
      return assertNever(qr);
  }
}

function CleanQr({ grid, ticket }: { readonly grid: ModuleGrid; readonly ticket: TicketDetails }) {
  const { t } = useTranslation('ticket');
  const showKey = useCommandKey('code.show');
  const { ref, room } = useRoomInSight();
  const side =
    room === null ? null : Math.min(SIDE.max, room.width, Math.max(SIDE.min, room.height - SIDE.wordsBelow));
  const [isFull, setFull] = useState(false);
  useShortcuts([{ command: 'code.show', run: () => setFull(true) }]);
  return (
    <div className={classes['code']} ref={ref}>
      {side !== null && <QrCanvas grid={grid} maxSide={side} label={t('qr.label')} />}
      <div className={classes['words']}>
        <Button
          size="xs"
          variant="light"
          rightSection={showKey.hint}
          aria-keyshortcuts={showKey.aria}
          onClick={() => setFull(true)}
        >
          {t('qr.showShort')}
        </Button>
        <IconCircleCheck className={classes['verified'] ?? ''} aria-hidden size={18} />
        <Text size="xs">{t('qr.verified')}</Text>
      </div>
      <QrFullView grid={grid} ticket={ticket} isOpen={isFull} onClose={() => setFull(false)} />
    </div>
  );
}
