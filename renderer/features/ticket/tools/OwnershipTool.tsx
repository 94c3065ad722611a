import { Checkbox, Text, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CommandId } from '../../../../core/commands/commands.ts';
import { type ChecklistItem, isSeen } from '../../../../core/ownership/checklist.ts';
import type { Evidence } from '../../../../core/ticket/schema.ts';
import { ariaKey } from '../../../lib/key-name.ts';
import { useKeyFinder, useShortcuts } from '../../../lib/shortcuts.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import type { Proofs } from './proofs.ts';
import classes from './Tools.module.css';

/** Each proof that the program knows is ticked by a command of its name. */
function commandOf(evidence: Evidence): CommandId {
  return `proof.${evidence}`;
}

/** What the agent saw of the caller's ownership, by the desk's own checklist; goes into the ticket's history. */
export function OwnershipTool({ proofs }: { readonly proofs: Proofs }) {
  const { t } = useTranslation('ticket');
  const { checklist, seen, toggle } = proofs;
  const wordsOf = (item: ChecklistItem) =>
    item.kind === 'known' ? t(`evidence.${item.evidence}`) : item.words;
  useShortcuts(
    checklist.flatMap((item) =>
      item.kind === 'known'
        ? [
            {
              command: commandOf(item.evidence),
              label: wordsOf(item),
              run: () => toggle(item),
              isQuiet: true,
            },
          ]
        : [],
    ),
  );
  return (
    <Checkbox.Group
      label={t('evidence.label')}
      description={t('evidence.description')}
      value={checklist.filter((item) => isSeen(item, seen)).map(wordsOf)}
    >
      <div className={classes['checks']}>
        {checklist.map((item) => (
          <Proof key={wordsOf(item)} item={item} words={wordsOf(item)} onToggle={() => toggle(item)} />
        ))}
      </div>
    </Checkbox.Group>
  );
}

type ProofProps = { readonly item: ChecklistItem; readonly words: string; readonly onToggle: () => void };

function Proof({ item, words, onToggle }: ProofProps) {
  const { t } = useTranslation('ticket');
  const keyOf = useKeyFinder();
  const key = item.kind === 'known' ? keyOf(commandOf(item.evidence)) : null;
  return (
    <Checkbox
      className={classes['check'] ?? ''}
      value={words}
      aria-keyshortcuts={key === null ? undefined : ariaKey(key)}
      label={
        <>
          {words}{' '}
          {item.isRequired && (
            <Text span size="xs" c="dimmed">
              {t('evidence.required')}
            </Text>
          )}{' '}
          {key !== null && <KeyHint name={key} />}
        </>
      }
      onChange={onToggle}
    />
  );
}

type ReasonProps = {
  readonly reason: string;
  readonly onReason: (reason: string) => void;
  /** In a dialog that is there for nothing else. */
  readonly isFirst?: boolean;
};

/** Why a customer is sent away: asked for where an answer says so, because somebody may ask later. */
export function RefusalReason({ reason, onReason, isFirst = false }: ReasonProps) {
  const { t } = useTranslation('ticket');
  return (
    <TextInput
      {...(isFirst ? { 'data-autofocus': true } : {})}
      label={t('evidence.reason')}
      description={t('evidence.reasonHint')}
      maxLength={500}
      autoComplete="off"
      value={reason}
      onChange={(event) => onReason(event.currentTarget.value)}
    />
  );
}
