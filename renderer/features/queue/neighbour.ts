/**
 * The row to go to from the selected one. Without a selection, or when the selected row has left the list, the first
 * (down) or last (up); at the ends it stays. Null for an empty list.
 */
export function neighbourOf(
  ids: readonly string[],
  selectedId: string | null,
  direction: 'up' | 'down',
): string | null {
  const index = selectedId === null ? -1 : ids.indexOf(selectedId);
  if (index === -1) return ids.at(direction === 'down' ? 0 : -1) ?? null;
  const next = direction === 'down' ? index + 1 : index - 1;
  return ids[Math.min(Math.max(next, 0), ids.length - 1)] ?? null;
}
