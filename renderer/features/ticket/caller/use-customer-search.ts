import { useDebouncedValue } from '@mantine/hooks';
import type { Double } from '../../../../core/contract/merge-calls.ts';
import type { Customer } from '../../../../core/contract/records.ts';
import { type SharedField, sharedFieldSchema } from '../../../../core/records/shared-field.ts';
import { useCall } from '../../../api/use-call.ts';
import { readCustomerText } from './read-customer-text.ts';

/** A pause in typing after which the search runs. */
const SEARCH_AFTER_MS = 120;

const MAX_RESULTS = 6;

export type CustomerMatch = {
  readonly customer: Customer;
  /** Why it is offered although not all of the text fits; null where it does. */
  readonly shared: SharedField | null;
};

/**
 * Customers whom a text can mean: those it fits as a whole, and those who have the number, address or name that stands in
 * it, whatever else stands there.
 */
export function useCustomerSearch(text: string) {
  const [searched] = useDebouncedValue(text, SEARCH_AFTER_MS);
  const options = { isEnabled: searched !== '', keepsPrevious: true };
  const search = useCall('customer.search', { text: searched, limit: MAX_RESULTS }, options);
  const suggest = useCall('customer.suggest', readCustomerText(searched), options);
  const fitting = text === '' ? [] : (search.data?.customers ?? []);
  const doubles = (text === '' ? [] : (suggest.data?.doubles ?? [])).filter(({ customer }) =>
    fitting.every(({ id }) => id !== customer.id),
  );
  const offered: readonly CustomerMatch[] = [
    ...fitting.map((customer) => ({ customer, shared: null })),
    ...doubles.filter(({ shared }) => shared !== 'name'),
  ];
  const namesakes: readonly CustomerMatch[] = doubles.filter(({ shared }) => shared === 'name');
  const several = text === '' ? null : sharedBySeveral(suggest.data?.doubles ?? []);
  return {
    offered,
    namesakes,
    /** Null where nobody fits, and where several have the very number, address or name: then the agent has to say who calls. */
    firstId: several === null ? (offered[0]?.customer.id ?? null) : null,
    several,
    /** Changes whenever the list does. */
    signature: [...offered, ...namesakes].map(({ customer }) => customer.id).join(),
    // An answer that is still on its way may have the one who is meant: nobody must be made a second time.
    isSettled: searched === text && !search.isFetching && !search.isPlaceholderData && !suggest.isFetching,
    error: search.error ?? suggest.error,
  };
}

export type Several = { readonly field: SharedField; readonly count: number };

/** What was typed stands with more than one customer as it is: nobody of them is meant by himself. */
function sharedBySeveral(doubles: readonly Double[]): Several | null {
  for (const field of sharedFieldSchema.options) {
    const count = doubles.filter(({ shared }) => shared === field).length;
    if (count > 1) return { field, count };
    if (count === 1) return null;
  }
  return null;
}
