import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../core/contract/contract.ts';
import { customerChoicesSchema, type MergeChoice, suggestChoices } from '../../../core/records/merge.ts';
import { useCall, useCommand } from '../../api/use-call.ts';
import { useRecordWords } from '../../lib/use-record-words.ts';
import { MergeFoot, MergeFrame } from './MergeFrame.tsx';
import { MergeTable } from './MergeTable.tsx';
import { type Pair, usePair } from './use-pair.ts';

const names = customerChoicesSchema.keyof().options;
const listed = new Set<string>(['phones', 'emails', 'notes']);

type Props = Pair & {
  readonly onClose: () => void;
  /** @param customerId of the one that stayed */
  readonly onMerged: (customerId: string) => void;
};

/** Two customers that are one: what stays of each, and what moves. */
export function CustomerMerge({ keptId, otherId, onClose, onMerged }: Props) {
  const { t } = useTranslation('merge');
  const { pair, swap } = usePair(keptId, otherId);
  const preview = useCall('customer.previewMerge', pair);
  return (
    <MergeFrame title={t('customer.title')} error={preview.error} onClose={onClose}>
      {preview.data !== undefined && (
        <Preview
          key={pair.keptId}
          preview={preview.data}
          onSwap={swap}
          onClose={onClose}
          onMerged={onMerged}
        />
      )}
    </MergeFrame>
  );
}

type PreviewProps = Pick<Props, 'onClose' | 'onMerged'> & {
  readonly preview: CallOutput<'customer.previewMerge'>;
  readonly onSwap: () => void;
};

function Preview({ preview, onSwap, onClose, onMerged }: PreviewProps) {
  const { t } = useTranslation('merge');
  const { kept, other, deviceCount, ticketCount } = preview;
  const words = useRecordWords();
  const [choices, setChoices] = useState<Partial<Record<string, MergeChoice>>>(() =>
    suggestChoices(names, kept, other),
  );
  const merge = useCommand('customer.merge');
  const run = () => {
    if (merge.isPending) return;
    const input = { keptId: kept.id, otherId: other.id, choices: customerChoicesSchema.parse(choices) };
    merge.mutate(input, { onSuccess: ({ customer }) => onMerged(customer.id) });
  };
  return (
    <>
      <MergeTable
        heads={{ kept: kept.name || t('unnamed'), other: other.name || t('unnamed') }}
        fields={names.map((name) => ({
          name,
          label: t(`records:fields.${name}`),
          kept: words.textOf(name, kept[name]),
          other: words.textOf(name, other[name]),
          canBeBoth: listed.has(name),
        }))}
        choices={choices}
        onChoose={(name, choice) => setChoices({ ...choices, [name]: choice })}
      />
      <MergeFoot
        moves={t('customer.moves', { devices: deviceCount, tickets: ticketCount })}
        isPending={merge.isPending}
        error={merge.error}
        onSwap={onSwap}
        onMerge={run}
        onClose={onClose}
      />
    </>
  );
}
