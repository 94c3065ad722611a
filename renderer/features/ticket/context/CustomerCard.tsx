import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer, TicketDetails } from '../../../../core/contract/records.ts';
import { CUSTOMER_FIELD_ID, focusStageHeading, isTypingElsewhere, PHONE_FIELD_ID } from '../focus.ts';
import { Card } from './Card.tsx';
import { CustomerDoubles } from './CustomerDoubles.tsx';
import { CustomerFields } from './CustomerFields.tsx';
import { CustomerFinder } from './CustomerFinder.tsx';

/** Who the caller is: found or made in one field, then corrected in place. */
export function CustomerCard({ ticket }: { readonly ticket: TicketDetails }) {
  const { t } = useTranslation('ticket');
  const [isChanging, setChanging] = useState(false);
  const [asked, setAsked] = useState<AskedField | null>(null);
  const { customer } = ticket;
  const isOpen = ticket.state.status === 'open';
  return (
    <Card title={t('customer.title')} icon={IconUser} command="ticket.customer">
      {isOpen && (customer === null || isChanging) && (
        <CustomerFinder
          ticketId={ticket.id}
          onDone={(created) => {
            const next = created === null ? null : askedOf(created);
            setChanging(false);
            if (isTypingElsewhere(CUSTOMER_FIELD_ID)) return;
            setAsked(next);
            if (next === null) focusStageHeading();
          }}
        />
      )}
      {customer !== null && !(isOpen && isChanging) && (
        <CustomerFields
          key={customer.id}
          customer={customer}
          ticketId={ticket.id}
          focusedFieldId={asked?.customerId === customer.id ? asked.fieldId : null}
        />
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

type AskedField = { readonly customerId: string; readonly fieldId: string };

/** A caller who gave a name goes on with the number, and the other way round; what is typed then must not reach the step. */
function askedOf({ id: customerId, name, phones }: Customer): AskedField | null {
  if (name === '') return { customerId, fieldId: CUSTOMER_FIELD_ID };
  return phones.length === 0 ? { customerId, fieldId: PHONE_FIELD_ID } : null;
}
