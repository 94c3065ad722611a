import { useTranslation } from 'react-i18next';
import { findStep } from '../../../../core/playbook/engine.ts';
import { Notice } from '../../../ui/Notice.tsx';
import type { TicketProps } from '../ticket-props.ts';
import { ClosedStage } from './ClosedStage.tsx';
import { StepStage } from './StepStage.tsx';

/** The step at hand, or what became of a closed ticket. */
export function Stage({ ticket, playbook }: TicketProps) {
  const { t } = useTranslation('ticket');
  const step = findStep(playbook, ticket.state.stepId);
  if (ticket.state.status === 'closed') {
    return <ClosedStage ticket={ticket} playbook={playbook} step={step} />;
  }
  if (step === null) {
    return (
      <Notice tone="danger" title={t('stage.stepMissing')}>
        {t('stage.stepMissingNext')}
      </Notice>
    );
  }
  // A step's tool holds secrets and half-made choices: another step starts with none of them.
  return <StepStage key={step.id} ticket={ticket} playbook={playbook} step={step} />;
}
