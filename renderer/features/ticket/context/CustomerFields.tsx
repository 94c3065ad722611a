import { Stack, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Customer } from '../../../../core/contract/records.ts';
import { client } from '../../../api/client.ts';
import { CallErrorNotice } from '../../../ui/CallErrorNotice.tsx';
import { CUSTOMER_FIELD_ID } from '../focus.ts';
import { useKeepRecord, useRefreshTicket } from '../use-keep-ticket.ts';
import { ConflictNotice } from './ConflictNotice.tsx';
import { useAutosave } from './use-autosave.ts';

const FIELDS = [
  { name: 'name', type: 'text', maxLength: 200 },
  { name: 'phone', type: 'tel', maxLength: 50 },
  { name: 'email', type: 'email', maxLength: 254 },
] as const;

type Fields = Pick<Customer, (typeof FIELDS)[number]['name']>;

/** The customer's details, saved as they are typed. */
export function CustomerFields({
  customer,
  ticketId,
}: {
  readonly customer: Customer;
  readonly ticketId: string;
}) {
  const { t } = useTranslation('ticket');
  const keepRecord = useKeepRecord(ticketId);
  const refresh = useRefreshTicket(ticketId);
  const form = useAutosave<Fields>({
    saved: customer,
    version: customer.version,
    send: async (change, version) => {
      const saved = await client.call('customer.update', { customerId: customer.id, version, change });
      keepRecord({ customer: saved.customer });
      return saved.customer.version;
    },
    onConflict: refresh,
  });
  return (
    <Stack gap="xs">
      {FIELDS.map(({ name, type, maxLength }, index) => (
        <TextInput
          key={name}
          {...(index === 0 ? { id: CUSTOMER_FIELD_ID } : {})}
          size="sm"
          type={type}
          label={t(`customer.${name}`)}
          autoComplete="off"
          maxLength={maxLength}
          value={form.values[name]}
          onChange={(event) => form.change({ [name]: event.currentTarget.value })}
          onBlur={form.flush}
        />
      ))}
      {form.conflict !== null && (
        <ConflictNotice
          mine={Object.values(form.conflict).join(', ')}
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
