import { Anchor, Button, Group, Text } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../../core/contract/records.ts';
import { formatPhone } from '../../../../core/phone.ts';
import { ownLanguageName } from '../../../lib/language-name.ts';
import { isAskingWhoCalls } from '../caller/asking.ts';
import { CallerLine } from '../caller/CallerLine.tsx';
import { useCallerTaking } from '../caller/caller-taking.tsx';
import type { TicketProps } from '../ticket-props.ts';
import { Card } from './Card.tsx';
import { CustomerDoubles } from './CustomerDoubles.tsx';
import { CustomerFields } from './CustomerFields.tsx';
import { EditButton } from './EditButton.tsx';
import { useSideColumn } from './side-column.tsx';

/** Who the caller is: a summary that opens for editing, and for another caller. */
export function CustomerCard({ ticket, playbook }: TicketProps) {
  const { t } = useTranslation('ticket');
  const column = useSideColumn();
  const { customer } = ticket;
  const isOpen = ticket.state.status === 'open';
  const isEdited = column.edited === 'customer';
  // The step that asks who calls has the line itself.
  const isAsked = customer === null && isAskingWhoCalls(ticket, playbook);
  // Until the new caller is there, his card would be the one of the caller before.
  const isAwaited = column.awaitedCallerId !== null && column.awaitedCallerId !== customer?.id;
  const isFinding =
    isOpen && isEdited && !isAsked && (customer === null || column.changed === 'customer' || isAwaited);
  const { draft } = useCallerTaking();
  // Typed in the step that asked who calls, and left there.
  const isUntaken = isOpen && !isFinding && draft.text.trim() !== '' && !isAskingWhoCalls(ticket, playbook);
  const change = () => (isFinding ? column.edit('customer') : column.change('customer'));
  return (
    <Card title={t('customer.title')} icon={IconUser} command="ticket.customer">
      {isFinding ? (
        <CallerLine />
      ) : customer === null ? (
        <Text size="sm">{t('noCustomer')}</Text>
      ) : (
        <CustomerFields
          key={customer.id}
          customer={customer}
          ticketId={ticket.id}
          focusedFieldId={isEdited ? column.askedFieldId : null}
          summary={isEdited ? null : <Summary customer={customer} />}
        />
      )}
      {isUntaken && (
        <Button size="compact-sm" variant="light" onClick={() => column.change('customer')}>
          {t('customer.untaken', { text: draft.text.trim() })}
        </Button>
      )}
      {customer !== null && <CustomerDoubles customer={customer} />}
      <Group gap={4} mt={4} justify="space-between">
        {customer !== null && (
          <Anchor size="sm" href={`#/customer/${customer.id}`}>
            {t('customer.page')}
          </Anchor>
        )}
        {isOpen && customer !== null && (
          <Button size="compact-sm" variant="subtle" onClick={change}>
            {t(isFinding ? 'customer.keep' : 'customer.change')}
          </Button>
        )}
        {(isOpen || customer !== null) && !isAsked && <EditButton card="customer" />}
      </Group>
    </Card>
  );
}

/** To tell who it is at a glance. */
function Summary({ customer: { name, phones, emails, language, notes } }: { readonly customer: Customer }) {
  const { t } = useTranslation('ticket');
  const ways = [...phones.map(formatPhone), ...emails];
  return (
    <>
      <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
        {name === '' ? t('customer.unnamed') : name}
      </Text>
      <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
        {[...ways, ...(language === null ? [] : [ownLanguageName(language)])].join(' · ')}
      </Text>
      {notes !== '' && (
        <Text size="sm" c="dimmed" lineClamp={3}>
          {notes}
        </Text>
      )}
    </>
  );
}
