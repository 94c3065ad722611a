import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TicketDetails } from '../../../../core/contract/records.ts';
import { Card } from './Card.tsx';
import { CustomerDoubles } from './CustomerDoubles.tsx';
import { CustomerFields } from './CustomerFields.tsx';
import { CustomerFinder } from './CustomerFinder.tsx';

/** Who the caller is: found or made in one field, then corrected in place. */
export function CustomerCard({ ticket }: { readonly ticket: TicketDetails }) {
  const { t } = useTranslation('ticket');
  const [isChanging, setChanging] = useState(false);
  const { customer } = ticket;
  const isOpen = ticket.state.status === 'open';
  return (
    <Card title={t('customer.title')} icon={IconUser} keyName="C">
      {isOpen && (customer === null || isChanging) && (
        <CustomerFinder ticketId={ticket.id} onDone={() => setChanging(false)} />
      )}
      {customer !== null && !(isOpen && isChanging) && (
        <CustomerFields key={customer.id} customer={customer} ticketId={ticket.id} />
      )}
      {customer !== null && <CustomerDoubles customer={customer} />}
      {!isOpen && customer === null && <Text size="sm">{t('noCustomer')}</Text>}
      {customer !== null && (
        <Group gap="xs" mt="xs" justify="space-between">
          <Anchor size="sm" href={`#/customer/${customer.id}`}>
            {t('customer.page')}
          </Anchor>
          {isOpen && (
            <Button size="compact-sm" variant="subtle" onClick={() => setChanging(!isChanging)}>
              {t(isChanging ? 'customer.keep' : 'customer.change')}
            </Button>
          )}
        </Group>
      )}
    </Card>
  );
}
