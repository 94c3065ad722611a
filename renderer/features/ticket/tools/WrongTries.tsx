import { useTranslation } from 'react-i18next';
import { isConditionMet } from '../../../../core/playbook/engine.ts';
import { useNow } from '../../../lib/use-now.ts';
import { Notice } from '../../../ui/Notice.tsx';
import type { TicketProps } from '../ticket-props.ts';

const MINUTE_MS = 60_000;

/** How many wrong codes the device has counted, over all its tickets, and what the next ones lead to. */
export function WrongTries({ ticket, playbook }: TicketProps) {
  const { t } = useTranslation('ticket');
  const now = useNow();
  const { state } = ticket;
  const { wrongCodesInARow: count } = state;
  const { wrongCodesBeforeLock: total, lockMs } = playbook.limits;
  if (count === 0) return null;
  const isOften = isConditionMet('codeRefusedOften', playbook, state, now);
  const next =
    total === null
      ? t('wrongTries.limitUnknown')
      : lockMs === null
        ? t('wrongTries.lock', { count: total - count })
        : t('wrongTries.lockFor', { count: total - count, minutes: lockMs / MINUTE_MS });
  return (
    <Notice
      tone={isOften ? 'danger' : 'warning'}
      title={
        total === null ? t('wrongTries.count', { count }) : t('wrongTries.countOf', { tries: count, total })
      }
    >
      {next}
    </Notice>
  );
}
