import { CallError } from '../../../core/contract/errors.ts';

/**
 * Own words that an undo took out of the database, so that a redo can give them back. They are nowhere else: once the program ends
 * or the desk is locked they are gone.
 */
export class UndoneWords {
  /** By trail, then by place in it; as they were stored, with the salt that binds them to their entry. */
  readonly #held = new Map<string, Map<number, string>>();

  /** @param trailId a ticket's id; of other records as in `trailIdOf` */
  hold(trailId: string, sequence: number, words: string): void {
    const trail = this.#held.get(trailId) ?? new Map<number, string>();
    this.#held.set(trailId, trail.set(sequence, words));
  }

  find(trailId: string, sequence: number): string | undefined {
    return this.#held.get(trailId)?.get(sequence);
  }

  /** Also when a person is erased: whose words they are is not known any more, and nothing of the person may come back. */
  clear(): void {
    this.#held.clear();
  }
}

export function wordsGone(): CallError {
  return new CallError(
    'conflict',
    'What was written is gone: after an undo it is held only until the desk is locked or ResetDesk ends. Enter it again.',
  );
}
