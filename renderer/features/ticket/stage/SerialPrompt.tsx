import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import type { Phase } from '../../../../core/playbook/schema.ts';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { focusById, SERIAL_FIELD_ID } from '../focus.ts';

/** The customer is typing at the device here; the serial can be asked for before or after. */
const BUSY_PHASES: readonly Phase[] = ['code', 'password', 'verify', 'close'];

/** The QR does not tell the serial: asks for it once a code was scanned, without standing in the way. */
export function SerialPrompt({ ticket, phase }: { readonly ticket: TicketDetails; readonly phase: Phase }) {
  const { t } = useTranslation('ticket');
  const isAsked = ticket.device === null && ticket.state.currentFingerprint !== null;
  if (!isAsked || BUSY_PHASES.includes(phase)) return null;
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
