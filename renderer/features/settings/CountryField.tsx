import { useMutation } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallError } from '../../../core/contract/errors.ts';
import { phoneCountries } from '../../../core/phone.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { type Choice, SearchSelect } from '../../ui/SearchSelect.tsx';
import type { StoredDesk, useDeskSettings } from './use-desk-settings.ts';

type Props = { readonly stored: StoredDesk; readonly desk: ReturnType<typeof useDeskSettings> };

/** Whose numbers those without a country code are. */
export function CountryField({ stored, desk }: Props) {
  const { t, i18n } = useTranslation('settings');
  const save = useMutation<number, CallError, string>({
    mutationFn: (country) => desk.save({ country }, stored.version),
    onError: desk.refresh,
  });
  const countries = useMemo(() => countryChoices(i18n.language), [i18n.language]);
  return (
    <>
      <SearchSelect
        label={t('shop.country')}
        description={t('shop.countryWhat')}
        placeholder={t('shop.noCountry')}
        nothingFound={t('shop.countryUnknown')}
        choices={countries}
        value={stored.settings.country}
        onChange={(country) => save.mutate(country)}
      />
      <CallErrorNotice error={save.error} />
    </>
  );
}

/** By name, each with its calling code: "Germany (+49)". */
function countryChoices(language: string): readonly Choice[] {
  const names = new Intl.DisplayNames(language, { type: 'region' });
  return phoneCountries()
    .map(({ country, callingCode }) => ({
      value: country,
      label: `${names.of(country) ?? country} (+${callingCode})`,
    }))
    .toSorted((one, other) => one.label.localeCompare(other.label, language));
}
