import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../../../core/contract/queue-calls.ts';
import { findStep } from '../../../../core/playbook/engine.ts';
import { type Phase, type Playbook, phaseSchema } from '../../../../core/playbook/schema.ts';
import { useCall } from '../../../api/use-call.ts';
import { localize } from '../../../lib/localize.ts';
import { timeAgo, timeLeft } from '../../../lib/time-words.ts';
import { useNow } from '../../../lib/use-now.ts';
import { type RowStatus, rowStatus } from '../row-status.ts';

/** All that a row says, in words, so that a row is only drawn again when one of them changes. */
export type RowWords = {
  readonly status: RowStatus['kind'];
  readonly statusText: string;
  readonly left: string;
  readonly customer: string;
  readonly device: string;
  readonly serial: string;
  readonly step: string;
  readonly stepCount: string;
  readonly changed: string;
  readonly owner: string;
  readonly tags: string;
  readonly priority: string;
};

/** Shown of a serial: agents compare its end with the label. */
const SERIAL_TAIL_LENGTH = 6;

/** The words for rows, as of this second. */
export function useRowWords(): (row: QueueRow) => RowWords {
  const { t, i18n } = useTranslation(['queue', 'common']);
  const now = useNow();
  const playbooks = useCall('playbook.list', {}).data?.playbooks ?? [];
  return (row) => {
    const status = rowStatus(row, now);
    const left = status.until === null ? null : timeLeft(status.until - now);
    const playbook = playbooks.find(({ id }) => id === row.playbookId);
    const step = playbook === undefined ? null : findStep(playbook, row.stepId);
    const phase = playbook === undefined || step === null ? null : placeOfPhase(playbook, step.phase);
    const isOpen = row.lane !== 'closed';
    return {
      status: status.kind,
      statusText: t(`status.${status.kind}`),
      left: left === null ? '' : t(`common:left.${left.unit}`, left),
      customer: row.customerName === '' ? t('noCustomer') : row.customerName,
      device: row.serial === null ? t('noDevice') : row.deviceModel,
      serial: row.serial === null ? '' : tail(row.serial),
      step: step === null || !isOpen ? '' : localize(step.title, i18n.language),
      stepCount: phase === null || !isOpen ? '' : t('stepCount', phase),
      owner: row.assignee ?? t('nobody'),
      tags: row.tags.join(' · '),
      priority: row.priority === 'normal' ? '' : t(`priority.${row.priority}`),
      changed: timeAgo(row.updatedAt, now, i18n.language),
    };
  };
}

function placeOfPhase(playbook: Playbook, phase: Phase): { step: number; steps: number } {
  const phases = phaseSchema.options.filter((option) => playbook.steps.some((step) => step.phase === option));
  return { step: phases.indexOf(phase) + 1, steps: phases.length };
}

function tail(serial: string): string {
  return serial.length > SERIAL_TAIL_LENGTH ? `…${serial.slice(-SERIAL_TAIL_LENGTH)}` : serial;
}
