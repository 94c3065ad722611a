import { Combobox, Text, TextInput, useCombobox } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer, TicketDetails } from '../../../../core/contract/records.ts';
import { formatPhone } from '../../../../core/phone.ts';
import { useCommand } from '../../../api/use-call.ts';
import { useDraft } from '../../../lib/use-draft.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { CUSTOMER_FIELD_ID } from '../focus.ts';
import { useKeepTicket } from '../use-keep-ticket.ts';
import { type CustomerText, isBareNumber, readCustomerText } from './read-customer-text.ts';
import { type CustomerMatch, useCustomerSearch } from './use-customer-search.ts';

/** Stands for "none of these"; a customer's id is a UUID. */
const CREATE = 'create';

type Props = {
  readonly ticketId: string;
  /** @param created null when the customer was known already */
  readonly onDone: (created: Customer | null) => void;
};

/** One field that finds a customer by name or phone, or makes a new one of what was typed. */
export function CustomerFinder({ ticketId, onDone }: Props) {
  const { t } = useTranslation('ticket');
  const draft = useDraft(ticketId, 'customerSearch');
  const combobox = useCombobox();
  const text = draft.text.trim();
  const search = useCustomerSearch(text);
  // Of several with the very same number nobody is the best match; and a bare number is hardly anybody's name.
  const isUnclear = search.several !== null || (search.firstId === null && isBareNumber(text));
  const [isEnterWaiting, setEnterWaiting] = useState(false);
  const choose = useChooseCustomer(ticketId, (created) => {
    draft.setText('');
    onDone(created);
  });
  // Enter takes the best match, so that a known caller costs one key.
  const { selectFirstOption, resetSelectedOption } = combobox;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first option is chosen again whenever the list changes.
  useEffect(() => {
    if (isUnclear) resetSelectedOption();
    else selectFirstOption();
  }, [search.signature, isUnclear, text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the search's answer sets it going.
  useEffect(() => {
    if (!isEnterWaiting || !search.isSettled) return;
    setEnterWaiting(false);
    if (!isUnclear) choose.run(search.firstId, text);
  }, [isEnterWaiting, search.isSettled]);
  return (
    <>
      <Combobox
        store={combobox}
        onOptionSubmit={(id) => {
          combobox.closeDropdown();
          choose.run(id === CREATE ? null : id, text);
        }}
      >
        <Combobox.Target>
          <TextInput
            id={CUSTOMER_FIELD_ID}
            label={t('customer.find')}
            description={t('customer.findHint')}
            autoComplete="off"
            maxLength={200}
            value={draft.text}
            onChange={(event) => {
              draft.setText(event.currentTarget.value);
              setEnterWaiting(false);
              combobox.openDropdown();
            }}
            onBlur={() => combobox.closeDropdown()}
            onKeyDown={(event) => {
              // With the list open, Escape closes the list and nothing else.
              if (event.key === 'Escape' && combobox.dropdownOpened && text !== '') event.preventDefault();
              // None is chosen yet: the list stays.
              const isUndecided = isUnclear && combobox.getSelectedOptionIndex() === -1;
              if (event.key === 'Enter' && search.isSettled && isUndecided) event.preventDefault();
              if (event.key === 'Enter' && text !== '' && !search.isSettled) {
                event.preventDefault();
                combobox.resetSelectedOption();
                setEnterWaiting(true);
              }
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={text === ''}>
          {isUnclear && (
            <Combobox.Header>
              <Text size="sm" fw={600} role="status">
                {search.several === null
                  ? t('customer.bareNumber')
                  : t(`customer.several.${search.several.field}`, { count: search.several.count })}
              </Text>
            </Combobox.Header>
          )}
          <Combobox.Options aria-label={t('customer.found')}>
            {search.offered.map(optionOf)}
            <Combobox.Option value={CREATE}>
              <Text size="sm">
                {t(isBareNumber(text) ? 'customer.createWithPhone' : 'customer.create', { text })}
              </Text>
            </Combobox.Option>
            {/* Namesakes are common, so they come after the new one. */}
            {search.namesakes.map(optionOf)}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <CallErrorNotice error={choose.error ?? draft.error ?? search.error} />
    </>
  );
}

function optionOf(match: CustomerMatch) {
  return (
    <Combobox.Option key={match.customer.id} value={match.customer.id}>
      <CustomerLine match={match} />
    </Combobox.Option>
  );
}

function CustomerLine({ match: { customer, shared } }: { readonly match: CustomerMatch }) {
  const { t } = useTranslation('ticket');
  const details = [...customer.phones.map(formatPhone), ...customer.emails].join(' · ');
  return (
    <>
      <Text size="sm" fw={600}>
        {customer.name === '' ? t('customer.unnamed') : customer.name}
      </Text>
      <Text size="xs">{details}</Text>
      {shared !== null && <Text size="xs">{t(`customer.shared.${shared}`)}</Text>}
    </>
  );
}

/** A bare number is taken where the agent has chosen it for a phone number. */
function newCustomerOf(text: string): CustomerText {
  return isBareNumber(text) ? { name: '', phones: [text], emails: [] } : readCustomerText(text);
}

function useChooseCustomer(ticketId: string, onChosen: (created: Customer | null) => void) {
  const attach = useCommand('ticket.attachCustomer');
  const create = useCommand('customer.create');
  const keep = useKeepTicket();
  const chosen = (ticket: TicketDetails, created: Customer | null) => {
    keep(ticket);
    onChosen(created);
  };
  return {
    error: attach.error ?? create.error,
    /** @param customerId null makes a customer of the text */
    run: (customerId: string | null, text: string) => {
      if (attach.isPending || create.isPending) return;
      if (customerId === null) {
        create.mutate(
          { ticketId, ...newCustomerOf(text) },
          { onSuccess: ({ ticket }) => chosen(ticket, ticket.customer) },
        );
      } else attach.mutate({ ticketId, customerId }, { onSuccess: ({ ticket }) => chosen(ticket, null) });
    },
  };
}
