import { useTranslation } from 'react-i18next';
import { formatPhone } from '../../core/phone.ts';
import { deviceKindSchema, languageSchema } from '../../core/values.ts';
import { useCall } from '../api/use-call.ts';
import { chooserQuestions } from './chooser-questions.ts';
import { languageName } from './language-name.ts';
import { localize } from './localize.ts';

type Option = { readonly value: string; readonly label: string };

export type RecordWords = {
  /** As the procedures name them. */
  readonly brands: readonly Option[];
  /** As the chooser asks for them. */
  readonly generations: readonly Option[];
  readonly languages: readonly Option[];
  readonly kinds: readonly Option[];
  /** A value of a customer's or device's field as it is shown; empty for one that is not known. */
  readonly textOf: (field: string, value: unknown) => string;
};

/** The words for what is kept of customers and devices. */
export function useRecordWords(): RecordWords {
  const { t, i18n } = useTranslation('common');
  const playbooks = useCall('playbook.list', {}).data?.playbooks ?? [];
  const vendors = playbooks.flatMap(({ match }) => match.vendors);
  const families = [...new Set(vendors.map(({ family }) => family))].sort();
  const brands = families.map((family) => {
    const name = vendors.find((vendor) => vendor.family === family)?.name;
    return { value: family, label: name === undefined ? family : localize(name, i18n.language) };
  });
  const generation = chooserQuestions.find(({ key }) => key === 'generation');
  const generations = (generation?.answers ?? []).map(({ value, label }) => ({
    value,
    label: localize(label, i18n.language),
  }));
  const languages = languageSchema.options.map((value) => ({
    value,
    label: languageName(value, i18n.language),
  }));
  const kinds = deviceKindSchema.options.map((value) => ({ value, label: t(`deviceKind.${value}`) }));
  const options: Readonly<Partial<Record<string, readonly Option[]>>> = {
    vendorFamily: brands,
    generation: generations,
    language: languages,
    kind: kinds,
  };
  const textOf = (field: string, value: unknown): string => {
    if (value === null || value === undefined) return '';
    if (Array.isArray(value)) return value.map((part) => formatPhone(String(part))).join(', ');
    const text = String(value);
    if (field === 'phones') return text.split(', ').map(formatPhone).join(', ');
    return options[field]?.find((option) => option.value === text)?.label ?? text;
  };
  return { brands, generations, languages, kinds, textOf };
}
