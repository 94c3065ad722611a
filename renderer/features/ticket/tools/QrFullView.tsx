import { useViewportSize } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import type { ModuleGrid } from '../../../../core/scan/types.ts';
import { FullWindow } from '../../../ui/FullWindow.tsx';
import { QrCanvas } from './QrCanvas.tsx';
import classes from './QrFullView.module.css';

/** CSS pixels for the two lines under the code. */
const CAPTION_HEIGHT = 84;

type Props = {
  readonly grid: ModuleGrid;
  readonly ticket: TicketDetails;
  readonly isOpen: boolean;
  readonly onClose: () => void;
};

/** The whole window white, the code as large as fits. */
export function QrFullView({ grid, ticket, isOpen, onClose }: Props) {
  const { t } = useTranslation('ticket');
  const { width, height } = useViewportSize();
  const side = Math.min(width, height - CAPTION_HEIGHT);
  return (
    <FullWindow
      label={t('qr.fullView')}
      isOpen={isOpen}
      openedBy="code.show"
      closeLabel={t('qr.closeFullView')}
      onClose={onClose}
      contentClassName={classes['sheet']}
      bodyClassName={classes['body']}
    >
      {side > 0 && <QrCanvas grid={grid} maxSide={side} label={t('qr.label')} />}
      <p className={classes['caption']}>
        <strong>{t('qr.caption')}</strong>
        <span>{describe(ticket, t('number', { number: ticket.number }))}</span>
      </p>
      <button type="button" className={classes['close']} onClick={onClose}>
        {t('qr.closeFullView')}
      </button>
    </FullWindow>
  );
}

/** Ticket, model and the end of the serial, so that two windows can not be mixed up. */
function describe({ device }: TicketDetails, number: string): string {
  const parts = [number, device?.model ?? '', device === null ? '' : `…${device.serial.slice(-6)}`];
  return parts.filter((part) => part !== '').join(' · ');
}
