/** Licences of what ships: free to use in a closed product for whoever names the authors. SPDX identifiers. */
export const SHIPPED_LICENCES: ReadonlySet<string> = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  // As MIT, and it grants patents too.
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  // Fonts: may be bundled with a program under their own licence.
  'OFL-1.1',
  'Unlicense',
  'Zlib',
  // SQLite's dedication to the public.
  'blessing',
]);

/** What only builds and tests it may be under these too: nothing of it reaches anybody. */
export const TOOL_LICENCES: ReadonlySet<string> = new Set([
  ...SHIPPED_LICENCES,
  'CC-BY-4.0',
  'MPL-2.0',
  'Python-2.0',
  'WTFPL',
]);

/** Is this SPDX expression content with these licences? Of `A OR B` one is enough, of `A AND B` both are needed. */
export function isAllowed(expression: string, allowed: ReadonlySet<string>): boolean {
  const inner = expression.trim().replace(/^\((.*)\)$/, '$1');
  const isMember = (part: string) => isAllowed(part, allowed);
  if (/ AND /.test(inner)) return inner.split(' AND ').every(isMember);
  if (/ OR /.test(inner)) return inner.split(' OR ').some(isMember);
  return allowed.has(inner);
}
