import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { focusById, SERIAL_FIELD_ID } from '../focus.ts';

/** The QR does not tell the serial: asks for it once a code was scanned, without standing in the way. */
export function SerialPrompt({ ticket }: { readonly ticket: TicketDetails }) {
  const { t } = useTranslation('ticket');
  if (ticket.device !== null || ticket.state.currentFingerprint === null) return null;
  return (
    <Notice
      tone="info"
      title={t('serialPrompt.title')}
      action={
        <Button
          variant="default"
          rightSection={<KeyHint name="D" />}
          onClick={() => focusById(SERIAL_FIELD_ID)}
        >
          {t('serialPrompt.action')}
        </Button>
      }
    >
      {t('serialPrompt.detail')}
    </Notice>
  );
}
