import { Combobox, Text, TextInput, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../../core/contract/records.ts';
import { formatPhone } from '../../../../core/phone.ts';
import type { SharedField } from '../../../../core/records/doubles.ts';
import { useCall, useCommand } from '../../../api/use-call.ts';
import { useDraft } from '../../../lib/use-draft.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { CUSTOMER_FIELD_ID, focusStageHeading } from '../focus.ts';
import { useKeepTicket } from '../use-keep-ticket.ts';
import { readCustomerText } from './read-customer-text.ts';

/** A pause in typing after which the search runs. */
const SEARCH_AFTER_MS = 120;

const MAX_RESULTS = 6;

/** Stands for "none of these"; a customer's id is a UUID. */
const CREATE = 'create';

type Props = { readonly ticketId: string; readonly onDone: () => void };

/** One field that finds a customer by name or phone, or makes a new one of what was typed. */
export function CustomerFinder({ ticketId, onDone }: Props) {
  const { t } = useTranslation('ticket');
  const draft = useDraft(ticketId, 'customerSearch');
  const combobox = useCombobox();
  const text = draft.text.trim();
  const [searched] = useDebouncedValue(text, SEARCH_AFTER_MS);
  const search = useCall(
    'customer.search',
    { text: searched, limit: MAX_RESULTS },
    { isEnabled: searched !== '', keepsPrevious: true },
  );
  const doubles = useDoubles(searched);
  // Enter before the search has answered waits for it: a known customer must not be made a second time.
  const isSettled =
    searched === text && !search.isFetching && !search.isPlaceholderData && !doubles.isFetching;
  const [isEnterWaiting, setEnterWaiting] = useState(false);
  const choose = useChooseCustomer(ticketId, () => {
    draft.setText('');
    onDone();
    focusStageHeading();
  });
  const found = text === '' ? [] : (search.data?.customers ?? []);
  const others = doubles.found.filter(({ customer }) => found.every(({ id }) => id !== customer.id));
  const sure = others.filter(({ shared }) => shared !== 'name');
  const namesakes = others.filter(({ shared }) => shared === 'name');
  const first = found[0] ?? sure[0]?.customer ?? null;
  // Enter takes the best match, so that a known caller costs one key.
  const { selectFirstOption } = combobox;
  const signature = [...found, ...others.map(({ customer }) => customer)].map(({ id }) => id).join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the first option is chosen again whenever the list changes.
  useEffect(() => void selectFirstOption(), [signature, text]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only the search's answer sets it going.
  useEffect(() => {
    if (!isEnterWaiting || !isSettled) return;
    setEnterWaiting(false);
    choose.run(first?.id ?? null, text);
  }, [isEnterWaiting, isSettled]);
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
              if (event.key === 'Enter' && text !== '' && !isSettled) {
                event.preventDefault();
                combobox.resetSelectedOption();
                setEnterWaiting(true);
              }
            }}
          />
        </Combobox.Target>
        <Combobox.Dropdown hidden={text === ''}>
          <Combobox.Options aria-label={t('customer.found')}>
            {found.map((customer) => (
              <Combobox.Option key={customer.id} value={customer.id}>
                <CustomerLine customer={customer} shared={null} />
              </Combobox.Option>
            ))}
            {sure.map(({ customer, shared }) => (
              <Combobox.Option key={customer.id} value={customer.id}>
                <CustomerLine customer={customer} shared={shared} />
              </Combobox.Option>
            ))}
            <Combobox.Option value={CREATE}>
              <Text size="sm">{t('customer.create', { text })}</Text>
            </Combobox.Option>
            {/* Namesakes are common, so they come after the new one. */}
            {namesakes.map(({ customer, shared }) => (
              <Combobox.Option key={customer.id} value={customer.id}>
                <CustomerLine customer={customer} shared={shared} />
              </Combobox.Option>
            ))}
          </Combobox.Options>
        </Combobox.Dropdown>
      </Combobox>
      <CallErrorNotice error={choose.error ?? draft.error ?? search.error} />
    </>
  );
}

type LineProps = {
  readonly customer: Customer;
  /** Why it is shown although not all of the text fits. */
  readonly shared: SharedField | null;
};

function CustomerLine({ customer, shared }: LineProps) {
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

/** Known customers with the name, number or address that stands in the text, whatever else stands there. */
function useDoubles(text: string) {
  const suggest = useCall('customer.suggest', readCustomerText(text), {
    isEnabled: text !== '',
    keepsPrevious: true,
  });
  return { found: text === '' ? [] : (suggest.data?.doubles ?? []), isFetching: suggest.isFetching };
}

function useChooseCustomer(ticketId: string, onChosen: () => void) {
  const attach = useCommand('ticket.attachCustomer');
  const create = useCommand('customer.create');
  const keep = useKeepTicket();
  const options = {
    onSuccess: ({ ticket }: { readonly ticket: Parameters<typeof keep>[0] }) => {
      keep(ticket);
      onChosen();
    },
  };
  return {
    error: attach.error ?? create.error,
    /** @param customerId null makes a customer of the text */
    run: (customerId: string | null, text: string) => {
      if (attach.isPending || create.isPending) return;
      if (customerId === null) create.mutate({ ticketId, ...readCustomerText(text) }, options);
      else attach.mutate({ ticketId, customerId }, options);
    },
  };
}
