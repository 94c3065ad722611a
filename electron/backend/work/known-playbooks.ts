import type { Playbook } from '../../../core/playbook/schema.ts';
import type { Situation } from '../../../core/playbook/situation.ts';
import type { PlaybookRef } from '../../../core/ticket/replay.ts';

/** What a service may ask of the procedures, wherever they come from. */
export interface KnownPlaybooks {
  /** The procedures that tickets can take now, one for each id. */
  list(): Playbook[];
  /** A version, whether it can still be taken or not. */
  find(ref: PlaybookRef): Playbook | null;
  /**
   * The gentlest procedure that nothing speaks against.
   *
   * @param situation what a scan or a device record says
   */
  forNewTicket(situation: Situation): Playbook;
  /** A ticket is on this version now. */
  addStored(playbook: Playbook): void;
}
