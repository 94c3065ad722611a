import { RingProgress } from '@mantine/core';
import { IconClock } from '@tabler/icons-react';
import classes from './Tools.module.css';

type Props = { readonly leftMs: number; readonly wholeMs: number };

/** How much of a code's life is left, at a glance; the words beside it say it exactly. */
export function ValidityRing({ leftMs, wholeMs }: Props) {
  const share = Math.max(0, Math.min(1, leftMs / wholeMs));
  return (
    <RingProgress
      aria-hidden
      size={56}
      thickness={6}
      roundCaps
      sections={[{ value: share * 100, color: share > 0.1 ? 'var(--rd-success)' : 'var(--rd-danger)' }]}
      label={<IconClock className={classes['ringIcon'] ?? ''} size={20} />}
    />
  );
}
