import { IconAlertOctagon, IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { Priority } from '../../../../core/ticket/schema.ts';
import classes from './QueueGrid.module.css';

const LOOKS = {
  low: { icon: IconChevronDown, tone: 'neutral' },
  high: { icon: IconChevronUp, tone: 'warning' },
  urgent: { icon: IconAlertOctagon, tone: 'danger' },
} as const;

type Props = { readonly priority: Priority; readonly text: string };

/** A priority that is not the usual one, by sign, word and colour. */
export function PriorityMark({ priority, text }: Props) {
  if (priority === 'normal') return null;
  const { icon: Icon, tone } = LOOKS[priority];
  return (
    <span className={classes['priority']} data-tone={tone}>
      <Icon aria-hidden size={13} />
      {text}
    </span>
  );
}
