import type { CallOutput } from '../../../../core/contract/contract.ts';
import { type QueuePlace, WALK_STRIDE } from '../../../../core/contract/queue-calls.ts';

/** A place and how many rows there are up to it, itself included. Null is the edge before the first row. */
export type Landmark = { readonly position: number; readonly place: QueuePlace | null };

/** What is known of where in a list its places are, from walking it bit by bit. */
export type Landmarks = {
  readonly marks: readonly Landmark[];
  /** Rows that were walked past. */
  readonly walked: number;
  readonly isComplete: boolean;
};

export const NO_LANDMARKS: Landmarks = {
  marks: [{ position: 0, place: null }],
  walked: 0,
  isComplete: false,
};

/** Where the walk goes on. */
export function walkedTo({ marks }: Landmarks): QueuePlace | null {
  return marks.at(-1)?.place ?? null;
}

export function addWalk(before: Landmarks, answer: CallOutput<'queue.walk'>): Landmarks {
  const walked = before.walked + answer.rows;
  const found = answer.places.map((place, index) => ({
    position: before.walked + (index + 1) * WALK_STRIDE,
    place,
  }));
  const end = answer.next === null ? [] : [{ position: walked, place: answer.next }];
  return { marks: [...before.marks, ...found, ...end], walked, isComplete: answer.next === null };
}

/** The last landmark that leaves the row at `index` still ahead. */
export function landmarkBefore({ marks }: Landmarks, index: number): Landmark {
  let low = 0;
  let high = marks.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((marks[middle]?.position ?? 0) <= index) low = middle;
    else high = middle - 1;
  }
  return marks[low] ?? { position: 0, place: null };
}
