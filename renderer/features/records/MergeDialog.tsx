import { Button, Group, Modal, NativeSelect, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../core/contract/contract.ts';
import { type MergeChoice, mergeChoiceSchema } from '../../../core/contract/record-calls.ts';
import { mergeFields, suggestChoices } from '../../../core/records/merge.ts';
import { useCall, useCommand } from '../../api/use-call.ts';
import { ShortcutLayer } from '../../lib/shortcuts.tsx';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import classes from './Records.module.css';

type Props = { readonly keptId: string; readonly otherId: string; readonly onClose: () => void };

/** Two customers side by side: what stays of each, and what moves. */
export function MergeDialog({ keptId, otherId, onClose }: Props) {
  const { t } = useTranslation('records');
  const preview = useCall('customer.previewMerge', { keptId, otherId });
  return (
    <Modal
      opened
      size="xl"
      title={t('merge.title')}
      closeButtonProps={{ 'aria-label': t('common:actions.close') }}
      onClose={onClose}
    >
      <ShortcutLayer>
        <CallErrorNotice error={preview.error} />
        {preview.data !== undefined && <Preview preview={preview.data} onClose={onClose} />}
      </ShortcutLayer>
    </Modal>
  );
}

type PreviewProps = { readonly preview: CallOutput<'customer.previewMerge'>; readonly onClose: () => void };

function Preview({ preview, onClose }: PreviewProps) {
  const { t } = useTranslation('records');
  const { kept, other, deviceCount, ticketCount } = preview;
  const [choices, setChoices] = useState(() => suggestChoices(kept, other));
  const merge = useCommand('customer.merge');
  const merged = mergeFields(kept, other, choices);
  const sides: readonly Readonly<Record<string, unknown>>[] = [kept, other, merged];
  return (
    <>
      <table className={classes['fields']}>
        <thead>
          <tr>
            <th>{t('merge.field')}</th>
            <th>{t('merge.kept')}</th>
            <th>{t('merge.other')}</th>
            <th>{t('merge.take')}</th>
            <th>{t('merge.result')}</th>
          </tr>
        </thead>
        <tbody>
          {Object.keys(choices).map((name) => (
            <tr key={name}>
              <th scope="row">{t(`fields.${name}`, { defaultValue: name })}</th>
              <td>{textOf(sides[0]?.[name])}</td>
              <td>{textOf(sides[1]?.[name])}</td>
              <td>
                <NativeSelect
                  size="xs"
                  aria-label={t('merge.takeOf', { field: t(`fields.${name}`, { defaultValue: name }) })}
                  data={mergeChoiceSchema.options.map((value) => ({
                    value,
                    label: t(`merge.choice.${value}`),
                  }))}
                  value={choices[name] ?? 'kept'}
                  onChange={(event) =>
                    setChoices({ ...choices, [name]: event.currentTarget.value as MergeChoice })
                  }
                />
              </td>
              <td>{textOf(sides[2]?.[name])}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <Text my="sm">{t('merge.moves', { devices: deviceCount, tickets: ticketCount })}</Text>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t('common:actions.cancel')}
        </Button>
        <Button
          loading={merge.isPending}
          onClick={() =>
            merge.mutate({ keptId: kept.id, otherId: other.id, choices }, { onSuccess: onClose })
          }
        >
          {t('merge.do')}
        </Button>
      </Group>
      <CallErrorNotice error={merge.error} />
    </>
  );
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return Array.isArray(value) ? value.join(', ') : String(value);
}
