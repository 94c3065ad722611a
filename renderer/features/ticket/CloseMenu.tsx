import { Button, Group, Menu } from '@mantine/core';
import { IconChevronDown } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { TicketDetails } from '../../../core/contract/records.ts';
import { useCommand } from '../../api/use-call.ts';
import { ShortcutLayer, useShortcuts } from '../../lib/shortcuts.tsx';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { useCommandKey } from '../../ui/use-command-key.tsx';
import { RefusalDialog } from './RefusalDialog.tsx';
import { useKeepTicket } from './use-keep-ticket.ts';
import { useShowTicket } from './use-show-ticket.ts';

/** Somebody who has not called back by then is called. */
const CALLS_BACK_WITHIN_MINUTES = 60;

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
        size="xs"
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
  const closeKey = useCommandKey('ticket.close');
  const [isOpen, setOpen] = useState(false);
  const [isRefusing, setRefusing] = useState(false);
  const close = useCommand('ticket.close');
  const onSuccess = useShowTicket();
  const setAside = useSetAside(ticket);
  const choose = (outcome: (typeof OUTCOMES)[number]) => {
    setOpen(false);
    if (outcome === 'refused') setRefusing(true);
    else close.mutate({ ticketId: ticket.id, outcome }, { onSuccess });
  };
  useShortcuts([{ command: 'ticket.close', run: () => setOpen(true), isQuiet: true }]);
  const acts: readonly Act[] = [
    { key: '1', label: t('setAside.hungUp'), run: setAside.run },
    ...OUTCOMES.map((outcome, index) => ({
      key: String(index + 2),
      label: t(`closeAs.${outcome}`),
      run: () => choose(outcome),
    })),
  ];
  return (
    <Group gap="xs">
      <Menu
        opened={isOpen}
        onChange={setOpen}
        position="bottom-end"
        withinPortal={false}
        withInitialFocusPlaceholder={false}
      >
        <Menu.Target>
          <Button
            size="xs"
            variant="default"
            loading={close.isPending}
            leftSection={<IconChevronDown aria-hidden size={16} />}
            rightSection={closeKey.hint}
            aria-keyshortcuts={closeKey.aria}
          >
            {t('close')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <ShortcutLayer>
            <MenuKeys acts={acts} onClose={() => setOpen(false)} />
            <Menu.Label>{t('setAside.stays')}</Menu.Label>
            {acts.slice(0, 1).map(itemOf)}
            <Menu.Divider />
            <Menu.Label>{t('setAside.ends')}</Menu.Label>
            {acts.slice(1).map(itemOf)}
          </ShortcutLayer>
        </Menu.Dropdown>
      </Menu>
      <CallErrorNotice error={close.error ?? setAside.error} />
      <RefusalDialog ticketId={ticket.id} isOpen={isRefusing} onClose={() => setRefusing(false)} />
    </Group>
  );
}

type Act = { readonly key: string; readonly label: string; readonly run: () => void };

function itemOf({ key, label, run }: Act) {
  return (
    <Menu.Item key={key} rightSection={<KeyHint name={key} />} aria-keyshortcuts={key} onClick={run}>
      {label}
    </Menu.Item>
  );
}

function MenuKeys({ acts, onClose }: { readonly acts: readonly Act[]; readonly onClose: () => void }) {
  const { t } = useTranslation();
  // Their numbers stand beside them.
  const keys = acts.map((act) => ({ ...act, isQuiet: true }));
  useShortcuts([...keys, { key: 'Escape', label: t('common:actions.cancel'), run: onClose }]);
  return null;
}

/** The call has ended before the job: the ticket stays where it is and comes back by itself. */
function useSetAside({ id: ticketId }: TicketDetails) {
  const awaitCallBack = useCommand('ticket.awaitCallBack');
  const keep = useKeepTicket();
  const [, navigate] = useLocation();
  return {
    error: awaitCallBack.error,
    run: () =>
      awaitCallBack.mutate(
        { ticketId, minutes: CALLS_BACK_WITHIN_MINUTES },
        {
          onSuccess: (answer) => {
            keep(answer.ticket);
            navigate('/');
          },
        },
      ),
  };
}
