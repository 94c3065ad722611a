import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../core/contract/contract.ts';
import { customerChoicesSchema, type MergeChoice, suggestChoices } from '../../../core/records/merge.ts';
import { useCall, useCommand } from '../../api/use-call.ts';
import { useRecordWords } from '../../lib/use-record-words.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { MergeFoot, MergeFrame, type Pair } from './MergeFrame.tsx';
import { MergeTable } from './MergeTable.tsx';

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
  return (
    <MergeFrame title={t('customer.title')} keptId={keptId} otherId={otherId} onClose={onClose}>
      {(pair, onSwap) => (
        <Comparison key={pair.keptId} pair={pair} onSwap={onSwap} onClose={onClose} onMerged={onMerged} />
      )}
    </MergeFrame>
  );
}

type ComparisonProps = Pick<Props, 'onClose' | 'onMerged'> & {
  readonly pair: Pair;
  readonly onSwap: () => void;
};

function Comparison({ pair, ...ways }: ComparisonProps) {
  const preview = useCall('customer.previewMerge', pair);
  if (preview.data === undefined) return <CallErrorNotice error={preview.error} />;
  return <Preview preview={preview.data} {...ways} />;
}

type PreviewProps = Omit<ComparisonProps, 'pair'> & {
  readonly preview: CallOutput<'customer.previewMerge'>;
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
