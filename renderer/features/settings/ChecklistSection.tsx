import { ActionIcon, Button, Group, Select, Text, TextInput } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CallError } from '../../../core/contract/errors.ts';
import type { Checklist, ChecklistItem } from '../../../core/ownership/checklist.ts';
import { evidenceSchema } from '../../../core/ticket/schema.ts';
import { useDraft } from '../../lib/use-draft.ts';
import { CallErrorNotice } from '../../ui/CallErrorNotice.tsx';
import { Section } from './Section.tsx';
import { useDeskSettings } from './use-desk-settings.ts';

const DEMANDS = ['off', 'offered', 'required'] as const;
type Demand = (typeof DEMANDS)[number];

/** Which proofs of ownership the desk asks for before a reset, and which it insists on. */
export function ChecklistSection() {
  const { t } = useTranslation('settings');
  const desk = useDeskSettings();
  const [error, setError] = useState<CallError | null>(null);
  const { stored } = desk;
  if (stored === undefined) return null;
  const { checklist } = stored.settings;
  const save = (next: Checklist) => {
    desk.save({ checklist: next }, stored.version).then(
      () => setError(null),
      (reason: unknown) => {
        if (reason instanceof CallError) setError(reason);
        desk.refresh();
      },
    );
  };
  return (
    <Section title={t('checklist.title')}>
      <Text size="sm">{t('checklist.what')}</Text>
      {evidenceSchema.options.map((evidence) => {
        const item = checklist.find((other) => other.kind === 'known' && other.evidence === evidence);
        return (
          <DemandRow
            key={evidence}
            words={t(`ticket:evidence.${evidence}`)}
            demand={item === undefined ? 'off' : item.isRequired ? 'required' : 'offered'}
            onDemand={(demand) => save(withKnown(checklist, evidence, demand))}
          />
        );
      })}
      {checklist.flatMap((item) =>
        item.kind === 'own'
          ? [
              <DemandRow
                key={item.words}
                words={item.words}
                demand={item.isRequired ? 'required' : 'offered'}
                onDemand={(demand) => save(withOwn(checklist, item.words, demand))}
                onRemove={() => save(withOwn(checklist, item.words, 'off'))}
              />,
            ]
          : [],
      )}
      <NewProof
        onAdd={(words) =>
          save([...withOwn(checklist, words, 'off'), { kind: 'own', words, isRequired: false }])
        }
      />
      <CallErrorNotice error={error ?? desk.error} />
    </Section>
  );
}

type RowProps = {
  readonly words: string;
  readonly demand: Demand;
  readonly onDemand: (demand: Demand) => void;
  readonly onRemove?: () => void;
};

function DemandRow({ words, demand, onDemand, onRemove }: RowProps) {
  const { t } = useTranslation('settings');
  return (
    <Group justify="space-between" wrap="nowrap" gap="sm">
      <Text size="sm">{words}</Text>
      <Group gap="xs" wrap="nowrap">
        <Select
          w={170}
          size="sm"
          aria-label={t('checklist.demandOf', { words })}
          allowDeselect={false}
          value={demand}
          data={DEMANDS.map((value) => ({ value, label: t(`checklist.demands.${value}`) }))}
          onChange={(chosen) => onDemand(DEMANDS.find((known) => known === chosen) ?? demand)}
        />
        {onRemove !== undefined && (
          <ActionIcon
            variant="default"
            size={36}
            aria-label={t('checklist.remove', { words })}
            onClick={onRemove}
          >
            <IconTrash aria-hidden size={18} />
          </ActionIcon>
        )}
      </Group>
    </Group>
  );
}

function NewProof({ onAdd }: { readonly onAdd: (words: string) => void }) {
  const { t } = useTranslation('settings');
  const { text: words, setText: setWords } = useDraft('desk', 'newProof');
  const add = () => {
    if (words.trim() === '') return;
    onAdd(words.trim());
    setWords('');
  };
  return (
    <Group align="flex-end" gap="sm">
      <TextInput
        flex={1}
        label={t('checklist.own')}
        description={t('checklist.ownHint')}
        maxLength={120}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter') return;
          event.preventDefault();
          add();
        }}
      />
      <Button variant="default" onClick={add}>
        {t('checklist.add')}
      </Button>
    </Group>
  );
}

/** Known proofs keep their usual order, whichever are asked for. */
function withKnown(
  checklist: Checklist,
  evidence: Extract<ChecklistItem, { kind: 'known' }>['evidence'],
  demand: Demand,
): Checklist {
  const known = evidenceSchema.options.flatMap((option): ChecklistItem[] => {
    if (option === evidence)
      return demand === 'off' ? [] : [{ kind: 'known', evidence, isRequired: demand === 'required' }];
    return checklist.filter((item) => item.kind === 'known' && item.evidence === option);
  });
  return [...known, ...checklist.filter(({ kind }) => kind === 'own')];
}

function withOwn(checklist: Checklist, words: string, demand: Demand): Checklist {
  if (demand === 'off') return checklist.filter((item) => item.kind !== 'own' || item.words !== words);
  return checklist.map((item) =>
    item.kind === 'own' && item.words === words ? { ...item, isRequired: demand === 'required' } : item,
  );
}
