import {
  keepPreviousData,
  type UseMutationResult,
  type UseQueryResult,
  useMutation,
  useQuery,
} from '@tanstack/react-query';
import type { CallInput, CallName, CallOutput } from '../../core/contract/contract.ts';
import type { CallError } from '../../core/contract/errors.ts';
import { client } from './client.ts';

type UseCallOptions = {
  readonly isEnabled?: boolean;
  /** Keeps the last answer on screen while the next one is fetched (a search that is being typed). */
  readonly keepsPrevious?: boolean;
  /** For what changes without an event: asked each time that it is shown anew, the last answer meanwhile. */
  readonly asksAnew?: boolean;
};

/** As `object`, because the library's type for this option can not be resolved for a generic endpoint name. */
const KEEPS_PREVIOUS: object = { placeholderData: keepPreviousData };
const ASKS_ANEW: object = { refetchOnMount: 'always' };

/** Reads a contract query; fetched again when an event says that it changed. */
export function useCall<Name extends CallName>(
  name: Name,
  input: CallInput<Name>,
  options: UseCallOptions = {},
): UseQueryResult<CallOutput<Name>, CallError> {
  return useQuery<CallOutput<Name>, CallError>({
    queryKey: [name, input],
    queryFn: () => client.call(name, input),
    enabled: options.isEnabled ?? true,
    ...(options.keepsPrevious ? KEEPS_PREVIOUS : {}),
    ...(options.asksAnew ? ASKS_ANEW : {}),
  });
}

/** Runs a contract command; `error` stays until the next try so that it can be shown where the action was. */
export function useCommand<Name extends CallName>(
  name: Name,
): UseMutationResult<CallOutput<Name>, CallError, CallInput<Name>> {
  return useMutation<CallOutput<Name>, CallError, CallInput<Name>>({
    mutationFn: (input) => client.call(name, input),
  });
}
