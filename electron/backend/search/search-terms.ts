import { hasNumber, searchReadings } from '../../../core/search-key.ts';
import { readDeskSettings } from '../settings/index.ts';
import type { SearchScope } from '../store/ports/search.ts';
import type { Work } from '../work/work.ts';

/** The terms to look for: of the ways to take a text, the first that finds anything; none for a text without any. */
export async function readSearchTerms(work: Work, text: string, scope: SearchScope): Promise<string[]> {
  const country = hasNumber(text) ? (await readDeskSettings(work)).settings.country : null;
  const readings = searchReadings(text, country);
  for (const terms of readings.slice(0, -1)) {
    const found = await work.repositories.search.find({ scope, terms, limit: 1, after: null });
    if (found.length > 0) return terms;
  }
  return readings.at(-1) ?? [];
}
