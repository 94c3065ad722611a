import { Radio } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { MergeChoice } from '../../../core/records/merge.ts';
import classes from './Merge.module.css';

/** A field of two records, in words. */
export type MergeField = {
  readonly name: string;
  readonly label: string;
  readonly kept: string;
  readonly other: string;
  /** Lists and notes. */
  readonly canBeBoth: boolean;
};

type Props = {
  /** What the two records are called. */
  readonly heads: { readonly kept: string; readonly other: string };
  /** The heads are serials: 0 and O must differ. */
  readonly areCodes?: boolean;
  readonly fields: readonly MergeField[];
  readonly choices: Readonly<Partial<Record<string, MergeChoice>>>;
  readonly onChoose: (name: string, choice: MergeChoice) => void;
};

/** Two records side by side. Where they differ, what stays is chosen by choosing it. */
export function MergeTable({ heads, areCodes = false, fields, choices, onChoose }: Props) {
  const { t } = useTranslation('merge');
  return (
    <table className={classes['table']}>
      <thead>
        <tr>
          <th scope="col">{t('field')}</th>
          <th scope="col">
            <span className={classes['role']}>{t('kept')}</span>
            <span className={areCodes ? 'rd-mono' : ''}>{heads.kept}</span>
          </th>
          <th scope="col">
            <span className={classes['role']}>{t('other')}</span>
            <span className={areCodes ? 'rd-mono' : ''}>{heads.other}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map((field) => (
          <FieldRow
            key={field.name}
            field={field}
            choice={choices[field.name] ?? 'kept'}
            onChoose={(choice) => onChoose(field.name, choice)}
          />
        ))}
      </tbody>
    </table>
  );
}

type RowProps = {
  readonly field: MergeField;
  readonly choice: MergeChoice;
  readonly onChoose: (choice: MergeChoice) => void;
};

function FieldRow({ field, choice, onChoose }: RowProps) {
  const { t } = useTranslation('merge');
  const { name, label, kept, other, canBeBoth } = field;
  const isSame = kept === other;
  const radio = (value: MergeChoice, text: string) => (
    <Radio
      size="sm"
      name={`merge-${name}`}
      label={text === '' ? t('nothing') : text}
      aria-label={`${label}: ${text === '' ? t('nothing') : text}`}
      checked={choice === value}
      onChange={() => onChoose(value)}
    />
  );
  return (
    <tr>
      <th scope="row">{label}</th>
      <td data-taken={isSame || choice !== 'other'}>{isSame ? kept || t('nothing') : radio('kept', kept)}</td>
      <td data-taken={isSame || choice !== 'kept'}>
        {isSame ? other || t('nothing') : radio('other', other)}
        {canBeBoth && !isSame && kept !== '' && other !== '' && (
          <div className={classes['both']}>{radio('both', t('both'))}</div>
        )}
      </td>
    </tr>
  );
}
