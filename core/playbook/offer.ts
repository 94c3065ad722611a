import type { Playbook } from './schema.ts';

/** A route that may work, as far as is known. */
export interface Offer {
  readonly playbook: Playbook;
  /** What it needs and nobody has said yet; keys of questions. */
  readonly openKeys: readonly string[];
  /** It was left for another one and would go on where it was left. */
  readonly isStarted: boolean;
  /** It does again what has failed on this ticket, or sends to the same place; such a route is never the suggestion of choice. */
  readonly isRepeat: boolean;
}
