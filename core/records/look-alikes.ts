/** Characters that are taken for each other on a label or over the phone. */
const groups = ['0OQD', '1IL', '2Z', '5S', '6G', '8B', 'UV'];

/**
 * A pattern (SQL GLOB) for serials that read like this one. The first difference counts as well, so the pattern begins with
 * as many certain characters as there are.
 *
 * @param serial upper-case letters and digits
 */
export function lookAlikePattern(serial: string): string {
  return [...serial]
    .map((character) => {
      const group = groups.find((members) => members.includes(character));
      return group === undefined ? character : `[${group}]`;
    })
    .join('');
}
