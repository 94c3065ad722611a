import { Button, Group } from '@mantine/core';
import { IconMessage, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import type { Phase } from '../../../../core/playbook/schema.ts';
import { useCommand } from '../../../api/use-call.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { useDraft } from '../../../lib/use-draft.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { useCommandKey } from '../../../ui/use-command-key.tsx';
import { MessagePalette } from '../../messages/index.ts';
import { CustomerLanguageSwitch } from '../CustomerLanguageSwitch.tsx';
import { useCustomerLanguage } from '../customer-language.tsx';
import { useKeepTicket } from '../use-keep-ticket.ts';
import { PrintMenu } from './PrintMenu.tsx';
import { useMessageValues } from './use-message-values.ts';

type Props = { readonly ticket: TicketDetails; readonly phase: Phase | null };

/** What goes out to the customer: messages and paper. */
export function OutTools({ ticket, phase }: Props) {
  const { t } = useTranslation('ticket');
  const printKey = useCommandKey('ticket.print');
  const messageKey = useCommandKey('ticket.message');
  const [open, setOpen] = useState<'message' | 'print' | null>(null);
  useShortcuts([
    { command: 'ticket.message', run: () => setOpen('message') },
    { command: 'ticket.print', run: () => setOpen('print') },
  ]);
  const close = () => setOpen(null);
  return (
    <Group gap="xs" wrap="nowrap">
      <Button
        size="xs"
        variant="subtle"
        aria-keyshortcuts={messageKey.aria}
        leftSection={<IconMessage aria-hidden size={16} />}
        rightSection={messageKey.hint}
        onClick={() => setOpen('message')}
      >
        {t('out.message')}
      </Button>
      <Button
        size="xs"
        variant="subtle"
        aria-keyshortcuts={printKey.aria}
        leftSection={<IconPrinter aria-hidden size={16} />}
        rightSection={printKey.hint}
        onClick={() => setOpen('print')}
      >
        {t('out.print')}
      </Button>
      <TicketMessages ticket={ticket} phase={phase} isOpen={open === 'message'} onClose={close} />
      <PrintMenu ticket={ticket} isOpen={open === 'print'} onClose={close} />
    </Group>
  );
}

type MessagesProps = Props & { readonly isOpen: boolean; readonly onClose: () => void };

function TicketMessages({ ticket, phase, isOpen, onClose }: MessagesProps) {
  const { language } = useCustomerLanguage();
  const mailbox = useDraft(ticket.id, 'maskedMailbox');
  const values = useMessageValues(ticket, language, mailbox.text);
  const addNote = useCommand('ticket.addNote');
  const keep = useKeepTicket();
  return (
    <>
      <MessagePalette
        isOpen={isOpen}
        onClose={onClose}
        phase={phase}
        language={language}
        values={values}
        mailAddress={ticket.customer?.emails[0] ?? ''}
        onMaskedMailbox={mailbox.setText}
        onAddNote={(text) =>
          addNote.mutate({ ticketId: ticket.id, text }, { onSuccess: (answer) => keep(answer.ticket) })
        }
        languageSwitch={<CustomerLanguageSwitch />}
      />
      <CallErrorNotice error={addNote.error ?? mailbox.error} />
    </>
  );
}
