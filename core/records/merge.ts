import type { MergeChoice } from '../contract/record-calls.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A record made of two, field by field. Id and version are those of the one that stays. */
export function mergeFields(
  kept: Fields,
  other: Fields,
  choices: Readonly<Record<string, MergeChoice>>,
): Record<string, unknown> {
  const merged: Record<string, unknown> = { ...kept };
  for (const name of Object.keys(kept)) {
    if (name === 'id' || name === 'version') continue;
    merged[name] = choose(choices[name] ?? 'kept', kept[name], other[name]);
  }
  return merged;
}

function choose(choice: MergeChoice, kept: unknown, other: unknown): unknown {
  if (choice === 'kept') return kept;
  if (choice === 'other') return other;
  if (Array.isArray(kept) && Array.isArray(other)) return [...new Set([...kept, ...other])];
  const texts = [kept, other].filter((text) => typeof text === 'string' && text !== '');
  return texts.length === 0 ? kept : [...new Set(texts)].join('\n');
}

/** What to begin with: what only the other knows is taken from it, lists are joined. */
export function suggestChoices(kept: Fields, other: Fields): Record<string, MergeChoice> {
  const names = Object.keys(kept).filter((name) => name !== 'id' && name !== 'version');
  return Object.fromEntries(names.map((name) => [name, suggest(kept[name], other[name])]));
}

function suggest(kept: unknown, other: unknown): MergeChoice {
  if (Array.isArray(kept)) return 'both';
  return isEmpty(kept) && !isEmpty(other) ? 'other' : 'kept';
}

function isEmpty(value: unknown): boolean {
  return value === '' || value === null || value === undefined;
}
