/** How long a code that was dealt with is ignored while the camera goes on. Source: UX note, item 15. */
const IGNORED_FOR_MS = 5000;

export interface RepeatFilter {
  /** Remembers codes as dealt with. */
  note(found: readonly { readonly fingerprint: string }[], nowMs: number): void;
  isRepeat(fingerprint: string, nowMs: number): boolean;
}

/** Keeps continuous scanning from dealing with the same code again and again while it stays in view. */
export function createRepeatFilter(): RepeatFilter {
  const notedAt = new Map<string, number>();
  return {
    note(found, nowMs) {
      for (const { fingerprint } of found) notedAt.set(fingerprint, nowMs);
    },
    isRepeat(fingerprint, nowMs) {
      const at = notedAt.get(fingerprint);
      return at !== undefined && nowMs - at < IGNORED_FOR_MS;
    },
  };
}
