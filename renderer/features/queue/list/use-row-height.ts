import { useMediaQuery } from '@mantine/hooks';
import type { Settings } from '../../../../core/contract/shell-records.ts';
import { useCall } from '../../../api/use-call.ts';

/** CSS pixels; the style sheet gives rows and head these heights by the same conditions. */
const HEIGHTS = { comfortable: 52, compact: 34, card: 96, head: 32 } as const;

/** How high every row is, by the agent's choice and by the room there is. */
export function useRowHeight(): {
  readonly rowHeight: number;
  readonly headHeight: number;
  readonly density: Settings['queueDensity'];
} {
  const isNarrow = useMediaQuery('(max-width: 860px)', false, { getInitialValueInEffect: false });
  const density = useCall('settings.get', {}).data?.queueDensity ?? 'comfortable';
  // Narrow rows are cards, and cards have no heading.
  return isNarrow
    ? { rowHeight: HEIGHTS.card, headHeight: 0, density }
    : { rowHeight: HEIGHTS[density], headHeight: HEIGHTS.head, density };
}
