import {
  IconAlertTriangle,
  IconCircle,
  IconCircleCheckFilled,
  IconCircleDotFilled,
  IconCircleMinus,
  IconPlayerStop,
} from '@tabler/icons-react';
import type { RowState } from './stepper-rows.ts';

/** Told by shape as well as by colour. */
export const PHASE_ICONS = {
  done: IconCircleCheckFilled,
  current: IconCircleDotFilled,
  coming: IconCircle,
  again: IconAlertTriangle,
  skipped: IconCircleMinus,
  stopped: IconPlayerStop,
} as const satisfies Record<RowState, unknown>;
