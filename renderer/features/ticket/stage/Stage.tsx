import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { findStep } from '../../../../core/playbook/engine.ts';
import { chooserStepId } from '../../../../core/playbook/schema.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { ChooserStage } from '../chooser/ChooserStage.tsx';
import type { TicketProps } from '../ticket-props.ts';
import { ClosedStage } from './ClosedStage.tsx';
import { StepStage } from './StepStage.tsx';

/** The step at hand, or what became of a closed ticket. */
export function Stage({ ticket, playbook }: TicketProps) {
  const { t } = useTranslation('ticket');
  // Where the agent asked for another way; at any other step the chooser is closed again.
  const [chooserAt, setChooserAt] = useState<string | null>(null);
  const step = findStep(playbook, ticket.state.stepId);
  if (ticket.state.status === 'closed') {
    return <ClosedStage ticket={ticket} playbook={playbook} step={step} />;
  }
  const here = `${playbook.id}/${ticket.state.stepId}`;
  if (ticket.state.stepId === chooserStepId)
    return <ChooserStage ticket={ticket} playbook={playbook} onClose={null} />;
  if (chooserAt === here)
    return <ChooserStage ticket={ticket} playbook={playbook} onClose={() => setChooserAt(null)} />;
  if (step === null) {
    return (
      <Notice tone="danger" title={t('stage.stepMissing')}>
        {t('stage.stepMissingNext')}
      </Notice>
    );
  }
  // A step's tool holds secrets and half-made choices: another step starts with none of them.
  return (
    <StepStage
      key={here}
      ticket={ticket}
      playbook={playbook}
      step={step}
      onOtherWay={() => setChooserAt(here)}
    />
  );
}
