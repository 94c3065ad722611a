import { useTranslation } from 'react-i18next';
import type { QueueRow } from '../../../../core/contract/queue-calls.ts';
import { findStep } from '../../../../core/playbook/engine.ts';
import { type Phase, type Playbook, phaseSchema } from '../../../../core/playbook/schema.ts';
import { type ActKind, type ActTime, type NextAct, nextAct } from '../../../../core/queue/next-act.ts';
import { useCall } from '../../../api/use-call.ts';
import { localize } from '../../../lib/localize.ts';
import { roundElapsed, timeAgo, timeLeft } from '../../../lib/time-words.ts';
import { useNow } from '../../../lib/use-now.ts';
import { momentWords } from './moment-words.ts';

/** All that a row says, in words, so that a row is only drawn again when one of them changes. */
export type RowWords = {
  readonly act: ActKind;
  readonly time: ActTime['kind'] | null;
  readonly actText: string;
  readonly when: string;
  readonly customer: string;
  readonly device: string;
  readonly serial: string;
  readonly step: string;
  readonly stepCount: string;
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
  const whenOf = useWhenWords(now);
  const playbooks = useCall('playbook.list', {}).data?.playbooks ?? [];
  return (row) => {
    const playbook = playbooks.find(({ id }) => id === row.playbookId);
    const step = playbook === undefined ? null : findStep(playbook, row.stepId);
    const act = nextAct(row, step?.phase ?? null, now);
    const place = playbook === undefined || step === null ? null : placeOfPhase(playbook, step.phase);
    const isOpen = row.lane !== 'closed';
    return {
      act: act.kind,
      time: act.time?.kind ?? null,
      actText: t(`act.${act.kind}`),
      when: whenOf(act),
      customer: row.customerName === '' ? t('noCustomer') : row.customerName,
      device: row.serial === null ? t('noDevice') : row.deviceModel,
      serial: row.serial === null ? '' : tail(row.serial),
      step: step === null || !isOpen ? '' : localize(step.title, i18n.language),
      stepCount: place === null || !isOpen ? '' : t('stepCount', place),
      owner: row.assignee ?? t('nobody'),
      tags: row.tags.join(' · '),
      priority: row.priority === 'normal' ? '' : t(`priority.${row.priority}`),
    };
  };
}

/** When an act is to be done, or since when it could have been. */
function useWhenWords(now: number): (act: NextAct) => string {
  const { t, i18n } = useTranslation(['queue', 'common']);
  const spanOf = (ms: number) => {
    const { unit, count } = roundElapsed(ms);
    return t(`span.${unit}`, { count });
  };
  return ({ kind, time }) => {
    if (time === null) return '';
    switch (time.kind) {
      case 'late':
        return t('when.late', { span: spanOf(now - time.at) });
      case 'since':
        return t('when.since', { span: spanOf(now - time.at) });
      case 'left': {
        const left = timeLeft(time.at - now);
        return t('when.left', { left: t(`common:left.${left.unit}`, left) });
      }
      case 'at':
        return momentWords(kind, time.at, now, t, i18n.language);
      default:
        return timeAgo(time.at, now, i18n.language);
    }
  };
}

function placeOfPhase(playbook: Playbook, phase: Phase): { step: number; steps: number } {
  const phases = phaseSchema.options.filter((option) => playbook.steps.some((step) => step.phase === option));
  return { step: phases.indexOf(phase) + 1, steps: phases.length };
}

function tail(serial: string): string {
  return serial.length > SERIAL_TAIL_LENGTH ? `…${serial.slice(-SERIAL_TAIL_LENGTH)}` : serial;
}
