import { useDebouncedValue } from '@mantine/hooks';
import { type SearchGroup, searchGroupSchema } from '../../../core/contract/search-calls.ts';
import { searchTerms } from '../../../core/search-text.ts';
import { useCall } from '../../api/use-call.ts';

/** Shorter than the gap between two keys of a quick typist, so that the answer is there within 100 ms of the last one. */
const TYPING_MS = 40;

/** Of each kind; who sees five of the wrong ones types another letter. */
const HITS_PER_GROUP = 5;

const GROUPS: SearchGroup[] = [...searchGroupSchema.options];

/** Answers of the text that is there now; while it is looked for, those of the text before. */
export function useDeskSearch(typed: string) {
  const [text] = useDebouncedValue(typed.trim(), TYPING_MS);
  const isAsked = searchTerms(text).length > 0;
  const search = useCall(
    'desk.search',
    { text, groups: GROUPS, limit: HITS_PER_GROUP },
    { isEnabled: isAsked, keepsPrevious: true },
  );
  const isAnswered = !isAsked || (!search.isFetching && !search.isPlaceholderData);
  const isSettled = text === typed.trim() && isAnswered;
  const groups = isAsked ? (search.data?.groups.filter(({ hits }) => hits.length > 0) ?? null) : null;
  return { groups, isAsked, isSettled, error: search.error, retry: () => void search.refetch() };
}
