import { useTranslation } from 'react-i18next';
import type { TicketRow } from '../../../core/contract/records.ts';
import { findStep } from '../../../core/playbook/engine.ts';
import { chooserStepId } from '../../../core/playbook/schema.ts';
import { useCall } from '../../api/use-call.ts';
import { localize } from '../../lib/localize.ts';

/** Finds the words for the step that a ticket is at; empty until the playbooks are there. */
export function useStepTitles(): (row: Pick<TicketRow, 'playbookId' | 'stepId'>) => string {
  const { t, i18n } = useTranslation('queue');
  const playbooks = useCall('playbook.list', {}).data?.playbooks;
  return ({ playbookId, stepId }) => {
    const playbook = playbooks?.find((candidate) => candidate.id === playbookId);
    if (stepId === chooserStepId) return t('choosing');
    const step = playbook === undefined ? null : findStep(playbook, stepId);
    return step === null ? '' : localize(step.title, i18n.language);
  };
}
