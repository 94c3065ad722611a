/** Characters that are taken for each other on a label or over the phone. */
const groups = ['0OQD', '1IL', '2Z', '5S', '6G', '8B', 'UV'];

/**
 * How a serial reads: equal for serials that are easily taken for each other. The database keeps it in a column of its own
 * (`0012-records.ts`), by the same groups.
 *
 * @param serial upper-case letters and digits
 */
export function likenessOf(serial: string): string {
  return [...serial]
    .map((character) => groups.find((members) => members.includes(character))?.[0] ?? character)
    .join('');
}
