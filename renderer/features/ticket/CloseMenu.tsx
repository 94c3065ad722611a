import { Button, Group, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../core/contract/records.ts';
import { useCommand } from '../../api/use-call.ts';
import { ShortcutLayer, useShortcuts } from '../../lib/shortcuts.tsx';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { RefusalDialog } from './RefusalDialog.tsx';
import { useShowTicket } from './use-show-ticket.ts';

const OUTCOMES = ['referred', 'refused', 'abandoned'] as const;

/** Ends a ticket before its last step, or opens a closed one again. */
export function CloseMenu({ ticket }: { readonly ticket: TicketDetails }) {
  if (ticket.state.status === 'open') return <Close ticket={ticket} />;
  return ticket.state.outcome === 'merged' ? null : <Reopen ticket={ticket} />;
}

function Reopen({ ticket }: { readonly ticket: TicketDetails }) {
  const { t } = useTranslation('ticket');
  const reopen = useCommand('ticket.reopen');
  const onSuccess = useShowTicket();
  return (
    <Group gap="xs">
      <Button
        variant="default"
        loading={reopen.isPending}
        onClick={() => reopen.mutate({ ticketId: ticket.id }, { onSuccess })}
      >
        {t('reopen')}
      </Button>
      <CallErrorNotice error={reopen.error} />
    </Group>
  );
}

function Close({ ticket }: { readonly ticket: TicketDetails }) {
  const { t } = useTranslation('ticket');
  const [isOpen, setOpen] = useState(false);
  const [isRefusing, setRefusing] = useState(false);
  const close = useCommand('ticket.close');
  const onSuccess = useShowTicket();
  const choose = (outcome: (typeof OUTCOMES)[number]) => {
    if (outcome === 'refused') setRefusing(true);
    else close.mutate({ ticketId: ticket.id, outcome }, { onSuccess });
  };
  return (
    <Group gap="xs">
      <Menu
        opened={isOpen}
        onChange={setOpen}
        position="bottom-end"
        withinPortal={false}
        // Escape is the layer's: closing before the key has passed would let the page under it hear the same key.
        closeOnEscape={false}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <Button
            variant="default"
            loading={close.isPending}
            rightSection={<IconChevronDown aria-hidden size={16} />}
          >
            {t('close')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <ShortcutLayer>
            <EscapeKey onClose={() => setOpen(false)} />
            {OUTCOMES.map((outcome) => (
              <Menu.Item key={outcome} onClick={() => choose(outcome)}>
                {t(`closeAs.${outcome}`)}
              </Menu.Item>
            ))}
          </ShortcutLayer>
        </Menu.Dropdown>
      </Menu>
      <CallErrorNotice error={close.error} />
      <RefusalDialog ticketId={ticket.id} isOpen={isRefusing} onClose={() => setRefusing(false)} />
    </Group>
  );
}

function EscapeKey({ onClose }: { readonly onClose: () => void }) {
  const { t } = useTranslation();
  useShortcuts([{ key: 'Escape', label: t('common:actions.cancel'), run: onClose }]);
  return null;
}
