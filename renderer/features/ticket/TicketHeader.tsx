import { Badge, Button, Text, Title } from '@mantine/core';
import {
  IconArrowLeft,
  IconCircleCheck,
  IconHeadset,
  IconHourglass,
  IconLayoutSidebarRight,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useLocation } from 'wouter';
import type { TicketDetails } from '../../../core/contract/records.ts';
import { formatPhone } from '../../../core/phone.ts';
import { useShortcuts } from '../../lib/shortcuts.tsx';
import { KeyHint } from '../../ui/KeyHint.tsx';
import { CloseMenu } from './CloseMenu.tsx';
import { useSideColumn } from './context/side-column.tsx';
import { focusById } from './focus.ts';
import classes from './TicketHeader.module.css';

/** Which ticket this is, and the ways out of it. */
export function TicketHeader({ ticket }: { readonly ticket: TicketDetails }) {
  const { t } = useTranslation('ticket');
  const [, navigate] = useLocation();
  useShortcuts([
    {
      key: 'Escape',
      label: t('backToQueue'),
      run: () => navigate('/'),
    },
  ]);
  return (
    <header className={classes['header']}>
      <Button
        variant="subtle"
        size="xs"
        leftSection={<IconArrowLeft aria-hidden size={18} />}
        rightSection={<KeyHint name="Escape" />}
        classNames={{ section: classes['key'] ?? '' }}
        onClick={() => navigate('/')}
      >
        {t('backToQueue')}
      </Button>
      <Title order={1} size="h4" className={classes['title'] ?? ''}>
        {t('number', { number: ticket.number })}
      </Title>
      <Text size="sm" className={classes['facts'] ?? ''}>
        {describe(ticket, t('noCustomer'), t('noDevice'))}
      </Text>
      <StatusBadge ticket={ticket} />
      <DrawerButton />
      <div className={classes['close']}>
        <CloseMenu ticket={ticket} />
      </div>
    </header>
  );
}

/** Customer and the end of the serial: enough to know that it is the right ticket. */
function describe({ customer, device }: TicketDetails, noCustomer: string, noDevice: string): string {
  const named = [customer?.name, formatPhone(customer?.phones[0] ?? ''), customer?.emails[0]].find(
    (part) => part !== undefined && part !== '',
  );
  const serial = device === null ? noDevice : `…${device.serial.slice(-6)}`;
  return `${named ?? noCustomer} · ${serial}`;
}

function DrawerButton() {
  const { t } = useTranslation('ticket');
  const { id, isDrawer, isShown, show, hide } = useSideColumn();
  const open = () => {
    show();
    focusById(`${id}-close`);
  };
  if (!isDrawer) return null;
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconLayoutSidebarRight aria-hidden size={16} />}
      aria-expanded={isShown}
      aria-controls={id}
      onClick={isShown ? hide : open}
    >
      {t('context.short')}
    </Button>
  );
}

const LANE_ICONS = { now: IconHeadset, waiting: IconHourglass, closed: IconCircleCheck } as const;

function StatusBadge({ ticket }: { readonly ticket: TicketDetails }) {
  const { t } = useTranslation('ticket');
  const { outcome } = ticket.state;
  const Icon = LANE_ICONS[ticket.lane];
  return (
    <Badge variant="default" size="lg" tt="none" fw={500} leftSection={<Icon aria-hidden size={16} />}>
      {outcome === null ? t(`lanes.${ticket.lane}`) : t(`outcomes.${outcome}`)}
    </Badge>
  );
}
