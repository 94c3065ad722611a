import { Select, Stack, Textarea, TextInput } from '@mantine/core';
import { type ReactNode, useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerFields as Fields } from '../../../../core/contract/people-calls.ts';
import type { Customer } from '../../../../core/contract/records.ts';
import { formatPhone } from '../../../../core/phone.ts';
import { customerFields, maxContacts } from '../../../../core/records/customer-fields.ts';
import { maxLengthOf } from '../../../../core/records/field.ts';
import { languageSchema } from '../../../../core/values.ts';
import { client } from '../../../api/client.ts';
import { useAutosave } from '../../../lib/use-autosave.ts';
import { useRecordWords } from '../../../lib/use-record-words.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { ConflictNotice } from '../../../ui/ConflictNotice.tsx';
import { TextListField } from '../../../ui/TextListField.tsx';
import { CUSTOMER_FIELD_ID, focusById, PHONE_FIELD_ID } from '../focus.ts';
import { useKeepRecord, useRefreshTicket } from '../use-keep-ticket.ts';

type Props = {
  readonly customer: Customer;
  /** Null on the customer's own page. */
  readonly ticketId: string | null;
  /** The field to go on typing in; null leaves the focus alone. */
  readonly focusedFieldId?: string | null;
  /** Shown in the place of the fields once all that was typed is stored; null while they are edited. */
  readonly summary?: ReactNode;
};

/** The customer's details, saved as they are typed. */
export function CustomerFields({ customer, ticketId, focusedFieldId = null, summary = null }: Props) {
  const { t } = useTranslation('ticket');
  const { languages } = useRecordWords();
  const form = useCustomerForm({ customer, ticketId });
  const { values } = form;
  // Before the next key can meet a page without a focused field.
  useLayoutEffect(() => {
    if (focusedFieldId !== null) focusById(focusedFieldId);
  }, [focusedFieldId]);
  if (summary !== null && form.isSettled) return summary;
  return (
    <Stack gap="xs">
      <TextInput
        id={CUSTOMER_FIELD_ID}
        size="sm"
        label={t('customer.name')}
        autoComplete="off"
        maxLength={maxLengthOf(customerFields.name)}
        value={values.name}
        onChange={(event) => form.change({ name: event.currentTarget.value })}
        onBlur={form.flush}
      />
      <TextListField
        id={PHONE_FIELD_ID}
        type="tel"
        label={t('customer.phone')}
        addLabel={t('customer.addPhone')}
        removeLabel={(number) => t('customer.remove', { label: t('customer.phone'), number })}
        maxLength={maxLengthOf(customerFields.phones)}
        maxEntries={maxContacts}
        values={values.phones}
        format={formatPhone}
        onChange={(phones) => form.change({ phones })}
        onLeave={form.flush}
      />
      <TextListField
        type="email"
        label={t('customer.email')}
        addLabel={t('customer.addEmail')}
        removeLabel={(number) => t('customer.remove', { label: t('customer.email'), number })}
        maxLength={maxLengthOf(customerFields.emails)}
        maxEntries={maxContacts}
        values={values.emails}
        onChange={(emails) => form.change({ emails })}
        onLeave={form.flush}
      />
      <Select
        size="sm"
        label={t('customer.language')}
        placeholder={t('customer.languageUnknown')}
        clearable
        data={languages}
        value={values.language}
        onChange={(language) => form.change({ language: languageSchema.nullable().parse(language) })}
      />
      <Textarea
        size="sm"
        label={t('customer.notes')}
        classNames={{ input: 'rd-growing' }}
        rows={1}
        maxLength={maxLengthOf(customerFields.notes)}
        value={values.notes}
        onChange={(event) => form.change({ notes: event.currentTarget.value })}
        onBlur={form.flush}
      />
      {form.conflict !== null && (
        <ConflictNotice
          mine={textOf(form.conflict)}
          onUseMine={() => {
            if (form.conflict !== null) form.change(form.conflict);
            form.dismissConflict();
          }}
          onKeepTheirs={form.dismissConflict}
        />
      )}
      <CallErrorNotice error={form.error} />
    </Stack>
  );
}

function useCustomerForm({ customer, ticketId }: Pick<Props, 'customer' | 'ticketId'>) {
  const keepRecord = useKeepRecord(ticketId);
  const refresh = useRefreshTicket(ticketId);
  return useAutosave<Fields>({
    saved: customer,
    version: customer.version,
    send: async (change, version) => {
      const saved = await client.call('customer.update', { customerId: customer.id, version, change });
      keepRecord({ customer: saved.customer });
      return saved.customer.version;
    },
    onConflict: refresh,
  });
}

function textOf(fields: Partial<Fields>): string {
  return Object.values(fields)
    .flat()
    .filter((text) => text !== null && text !== '')
    .join(', ');
}
