import { useState } from 'react';

export type Pair = {
  /** The one that stays. */
  readonly keptId: string;
  /** The one that goes into it. */
  readonly otherId: string;
};

/** Two records, either of which can be the one that stays. */
export function usePair(keptId: string, otherId: string): { readonly pair: Pair; readonly swap: () => void } {
  const [pair, setPair] = useState<Pair>({ keptId, otherId });
  return { pair, swap: () => setPair({ keptId: pair.otherId, otherId: pair.keptId }) };
}
