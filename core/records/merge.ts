import * as z from 'zod';
import { customerFields } from './customer-fields.ts';
import { deviceFields } from './device-fields.ts';
import { eachField, type Fields as FieldTable, type NamesWhere } from './field.ts';

const sideSchema = z.enum(['kept', 'other']);

/** How a field of a merged record comes about: the one that stays, the other, or both (lists and notes). */
export const mergeChoiceSchema = z.enum(['kept', 'other', 'both']);
export type MergeChoice = z.infer<typeof mergeChoiceSchema>;

type ChoiceShape<Table extends FieldTable> = {
  readonly [Name in NamesWhere<Table, 'merge', 'either'>]: typeof sideSchema;
} & { readonly [Name in NamesWhere<Table, 'merge', 'both'>]: typeof mergeChoiceSchema };

/** What is left out is that of the one that stays. */
export const customerChoicesSchema = z.strictObject(choiceShape(customerFields)).partial();
export const deviceChoicesSchema = z.strictObject(choiceShape(deviceFields)).partial();

type Fields = Readonly<Record<string, unknown>>;
export type MergeChoices = Readonly<Partial<Record<string, MergeChoice>>>;

/** A record made of two, field by field; what nothing was chosen for is that of the one that stays. */
export function mergeFields(kept: Fields, other: Fields, choices: MergeChoices): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...kept };
  for (const [name, choice] of Object.entries(choices))
    merged[name] = choose(choice ?? 'kept', kept[name], other[name]);
  return merged;
}

/** The place comes with the owner, because it is the owner's. */
export function mergeDeviceFields(
  kept: Fields,
  other: Fields,
  choices: MergeChoices,
): Record<string, unknown> {
  const merged = mergeFields(kept, other, choices);
  const isOf = ({ customerId }: Fields) => customerId === merged['customerId'];
  const places = [kept, other].filter(isOf).map(({ siteId }) => siteId);
  return { ...merged, siteId: places.find((siteId) => siteId !== null) ?? null };
}

/** What to begin with: what only the other knows is taken from it, two lists are joined. */
export function suggestChoices<Name extends string>(
  names: readonly Name[],
  kept: Fields,
  other: Fields,
): Partial<Record<Name, MergeChoice>> {
  return Object.fromEntries(names.map((name) => [name, suggest(kept[name], other[name])])) as Partial<
    Record<Name, MergeChoice>
  >;
}

function choiceShape<Table extends FieldTable>(table: Table): ChoiceShape<Table> {
  return eachField(table, ({ merge }) => {
    if (merge === null) return undefined;
    return merge === 'either' ? sideSchema : mergeChoiceSchema;
  });
}

function choose(choice: MergeChoice, kept: unknown, other: unknown): unknown {
  if (choice === 'kept') return kept;
  if (choice === 'other') return other;
  if (Array.isArray(kept) && Array.isArray(other)) return [...new Set([...kept, ...other])];
  const texts = [kept, other].filter((text) => typeof text === 'string' && text !== '');
  return texts.length === 0 ? kept : [...new Set(texts)].join('\n');
}

function suggest(kept: unknown, other: unknown): MergeChoice {
  if (isEmpty(kept)) return isEmpty(other) ? 'kept' : 'other';
  return Array.isArray(kept) && !isEmpty(other) ? 'both' : 'kept';
}

function isEmpty(value: unknown): boolean {
  return (
    value === '' || value === null || value === undefined || (Array.isArray(value) && value.length === 0)
  );
}
