import { useDebouncedValue } from '@mantine/hooks';
import type { Customer } from '../../../../core/contract/records.ts';
import type { SharedField } from '../../../../core/records/doubles.ts';
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
  return {
    offered,
    namesakes,
    firstId: offered[0]?.customer.id ?? null,
    /** Changes whenever the list does. */
    signature: [...offered, ...namesakes].map(({ customer }) => customer.id).join(),
    // An answer that is still on its way may have the one who is meant: nobody must be made a second time.
    isSettled: searched === text && !search.isFetching && !search.isPlaceholderData && !suggest.isFetching,
    error: search.error ?? suggest.error,
  };
}
