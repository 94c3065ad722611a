import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CallOutput } from '../../../core/contract/contract.ts';
import type { DeviceLine } from '../../../core/contract/record-calls.ts';
import { deviceChoicesSchema, type MergeChoice, suggestChoices } from '../../../core/records/merge.ts';
import { useCall, useCommand } from '../../api/use-call.ts';
import { type RecordWords, useRecordWords } from '../../lib/use-record-words.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { MergeFoot, MergeFrame, type Pair } from './MergeFrame.tsx';
import { MergeTable } from './MergeTable.tsx';

const names = deviceChoicesSchema.keyof().options;

type Props = Pair & {
  readonly onClose: () => void;
  /** @param deviceId of the one that stayed */
  readonly onMerged: (deviceId: string) => void;
};

/** Two serials that are one device: which serial is right, what stays of each, and what moves. */
export function DeviceMerge({ keptId, otherId, onClose, onMerged }: Props) {
  const { t } = useTranslation('merge');
  return (
    <MergeFrame title={t('device.title')} keptId={keptId} otherId={otherId} onClose={onClose}>
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
  const preview = useCall('device.previewMerge', pair);
  if (preview.data === undefined) return <CallErrorNotice error={preview.error} />;
  return <Preview preview={preview.data} {...ways} />;
}

type PreviewProps = Omit<ComparisonProps, 'pair'> & {
  readonly preview: CallOutput<'device.previewMerge'>;
};

function Preview({ preview: { kept, other, ticketCount }, onSwap, onClose, onMerged }: PreviewProps) {
  const { t } = useTranslation('merge');
  const words = useRecordWords();
  const [choices, setChoices] = useState<Partial<Record<string, MergeChoice>>>(() =>
    suggestChoices(names, kept.device, other.device),
  );
  const merge = useCommand('device.merge');
  const run = () => {
    if (merge.isPending) return;
    const pair = { keptId: kept.device.id, otherId: other.device.id };
    const input = { ...pair, choices: deviceChoicesSchema.parse(choices) };
    merge.mutate(input, { onSuccess: ({ device }) => onMerged(device.id) });
  };
  return (
    <>
      <MergeTable
        areCodes
        heads={{ kept: kept.device.serial, other: other.device.serial }}
        fields={names.map((name) => ({
          name,
          label: t(`records:fields.${name}`),
          kept: wordsOf(kept, name, words),
          other: wordsOf(other, name, words),
          canBeBoth: false,
        }))}
        choices={choices}
        onChoose={(name, choice) => setChoices({ ...choices, [name]: choice })}
      />
      <MergeFoot
        moves={t('device.moves', { count: ticketCount, serial: other.device.serial })}
        isPending={merge.isPending}
        error={merge.error}
        onSwap={onSwap}
        onMerge={run}
        onClose={onClose}
      />
    </>
  );
}

/** The owner is named, and the rest is as it is shown elsewhere. */
function wordsOf(
  { device, customerName }: DeviceLine,
  name: (typeof names)[number],
  words: RecordWords,
): string {
  return name === 'customerId' ? customerName : words.textOf(name, device[name]);
}
