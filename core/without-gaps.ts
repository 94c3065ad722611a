/** The fields that are given: in a partial change, undefined means "not given". */
export function withoutGaps<Fields extends object>(
  fields: { readonly [Key in keyof Fields]: Fields[Key] | undefined } | Partial<Fields>,
): { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> } {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [Key in keyof Fields]?: Exclude<Fields[Key], undefined> };
}
