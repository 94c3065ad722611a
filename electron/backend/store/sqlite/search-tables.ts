/** Kinds of records that have full-text tables of their own. */
export const searchKinds = ['customer', 'device', 'ticket', 'note'] as const;
export type SearchKind = (typeof searchKinds)[number];

/** The full-text table of a kind: for words by their beginnings, or for any part of codes. */
export function searchTable(kind: SearchKind, column: 'words' | 'codes'): string {
  return `search_${kind}_${column}`;
}

/** All full-text tables. */
export const searchTables: readonly string[] = searchKinds.flatMap((kind) => [
  searchTable(kind, 'words'),
  searchTable(kind, 'codes'),
]);
