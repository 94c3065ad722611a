import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { CodeCandidate } from '../../../../core/password/code-in-text.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { useSecretOnScreen } from '../secret-screen.ts';

type Props = {
  readonly candidates: readonly CodeCandidate[];
  /** What stands in the field. */
  readonly code: string;
  readonly onChoose: (code: string) => void;
};

/** What was found in a pasted mail. With several the agent chooses; ResetDesk guesses none. */
export function PastedCodes({ candidates, code, onChoose }: Props) {
  const { t } = useTranslation('ticket');
  useSecretOnScreen(candidates.length > 0);
  if (candidates.length === 0) {
    return (
      <Notice tone="warning" title={t('pasted.none')}>
        {t('pasted.noneNext')}
      </Notice>
    );
  }
  const isTaken = candidates.some((candidate) => candidate.code === code);
  return (
    <Notice tone="info" title={t(isTaken ? 'pasted.taken' : 'pasted.choose')}>
      <Group gap="xs" mt={4} role="group" aria-label={t('pasted.candidates')}>
        {candidates.map((candidate) => (
          <Button
            key={candidate.code}
            size="compact-sm"
            variant={candidate.code === code ? 'filled' : 'default'}
            aria-pressed={candidate.code === code}
            className="rd-mono"
            onClick={() => onChoose(candidate.code)}
          >
            {candidate.code}
            {candidate.isNamed ? ` (${t('pasted.named')})` : ''}
          </Button>
        ))}
      </Group>
    </Notice>
  );
}
