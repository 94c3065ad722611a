import { Textarea, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Shop } from '../../../core/contract/words-calls.ts';
import { useAutosave } from '../../lib/use-autosave.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { CountryField } from './CountryField.tsx';
import { Section } from './Section.tsx';
import { type StoredDesk, useDeskSettings } from './use-desk-settings.ts';

/** Who the desk is: on paper and in messages. */
export function ShopSection() {
  const { t } = useTranslation('settings');
  const desk = useDeskSettings();
  return (
    <Section title={t('shop.title')}>
      <CallErrorNotice error={desk.error} />
      {desk.stored !== undefined && <ShopFields stored={desk.stored} desk={desk} />}
    </Section>
  );
}

type Props = { readonly stored: StoredDesk; readonly desk: ReturnType<typeof useDeskSettings> };

function ShopFields({ stored, desk }: Props) {
  const { t } = useTranslation('settings');
  const form = useAutosave<Shop>({
    saved: stored.settings.shop,
    version: stored.version,
    send: (change, version) => desk.save({ shop: change }, version),
    onConflict: desk.refresh,
  });
  return (
    <>
      <TextInput
        label={t('shop.name')}
        maxLength={120}
        value={form.values.name}
        onChange={(event) => form.change({ name: event.currentTarget.value })}
        onBlur={form.flush}
      />
      <TextInput
        type="tel"
        label={t('shop.phone')}
        maxLength={50}
        value={form.values.phone}
        onChange={(event) => form.change({ phone: event.currentTarget.value })}
        onBlur={form.flush}
      />
      <Textarea
        label={t('shop.address')}
        maxLength={400}
        classNames={{ input: 'rd-growing' }}
        value={form.values.address}
        onChange={(event) => form.change({ address: event.currentTarget.value })}
        onBlur={form.flush}
      />
      <CountryField stored={stored} desk={desk} />
      {form.conflict !== null && <Notice tone="warning" title={t('shop.conflict')} />}
      <CallErrorNotice error={form.error} />
    </>
  );
}
