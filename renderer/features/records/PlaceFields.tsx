import { Stack, Textarea, TextInput } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Site } from '../../../core/contract/records.ts';
import { maxLengthOf } from '../../../core/records/field.ts';
import { siteFields } from '../../../core/records/site-fields.ts';
import { client } from '../../api/client.ts';
import { useAutosave } from '../../lib/use-autosave.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { ConflictNotice } from '../../ui/ConflictNotice.tsx';

type Fields = Pick<Site, 'name' | 'address'>;

/** What a place is called and where it is, saved as it is typed. */
export function PlaceFields({ site }: { readonly site: Site }) {
  const { t } = useTranslation('records');
  const queryClient = useQueryClient();
  const form = useAutosave<Fields>({
    saved: site,
    version: site.version,
    send: async (change, version) => {
      const saved = await client.call('site.update', { siteId: site.id, version, change });
      await queryClient.invalidateQueries({
        queryKey: ['customer.getPage', { customerId: site.customerId }],
      });
      return saved.site.version;
    },
    onConflict: () => void queryClient.invalidateQueries({ queryKey: ['customer.getPage'] }),
  });
  return (
    <Stack gap={6}>
      <TextInput
        size="sm"
        label={t('place.name')}
        autoComplete="off"
        maxLength={maxLengthOf(siteFields.name)}
        value={form.values.name}
        onChange={(event) => form.change({ name: event.currentTarget.value })}
        onBlur={form.flush}
      />
      <Textarea
        size="sm"
        label={t('fields.address')}
        classNames={{ input: 'rd-growing' }}
        rows={1}
        maxLength={maxLengthOf(siteFields.address)}
        value={form.values.address}
        onChange={(event) => form.change({ address: event.currentTarget.value })}
        onBlur={form.flush}
      />
      {form.conflict !== null && (
        <ConflictNotice
          mine={[form.conflict.name, form.conflict.address].filter(Boolean).join(', ')}
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
