import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { type Evidence, evidenceSchema } from '../../../../core/ticket/schema.ts';
import { useShortcuts } from '../../../lib/shortcuts.tsx';
import { KeyHint } from '../../../ui/KeyHint.tsx';
import classes from './Tools.module.css';
import type { ToolProps } from './tool-props.ts';

/** Keys that no other part of the ticket uses. */
const KEYS: Readonly<Record<Evidence, string>> = {
  atDevice: 'A',
  mailboxKnown: 'E',
  purchaseProof: 'B',
  labelSeen: 'L',
  knownCustomer: 'K',
};

/** What the agent saw of the caller's ownership; goes along with the answer into the ticket's history. */
export function OwnershipTool({ input, onEvidence }: ToolProps) {
  const { t } = useTranslation('ticket');
  const toggle = (evidence: Evidence) =>
    onEvidence(
      input.evidence.includes(evidence)
        ? input.evidence.filter((other) => other !== evidence)
        : [...input.evidence, evidence],
    );
  useShortcuts(
    evidenceSchema.options.map((evidence) => ({
      key: KEYS[evidence],
      label: t(`evidence.${evidence}`),
      run: () => toggle(evidence),
      isQuiet: true,
    })),
  );
  return (
    <Checkbox.Group
      label={t('evidence.label')}
      description={t('evidence.description')}
      value={[...input.evidence]}
    >
      <div className={classes['checks']}>
        {evidenceSchema.options.map((evidence) => (
          <Checkbox
            key={evidence}
            className={classes['check'] ?? ''}
            value={evidence}
            aria-keyshortcuts={KEYS[evidence]}
            label={
              <>
                {t(`evidence.${evidence}`)} <KeyHint name={KEYS[evidence]} />
              </>
            }
            onChange={() => toggle(evidence)}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}
