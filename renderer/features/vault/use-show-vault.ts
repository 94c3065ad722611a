import { useQueryClient } from '@tanstack/react-query';
import type { VaultState } from '../../../core/contract/shell-records.ts';

/** Shows the state that a vault command answered, without waiting for the event. */
export function useShowVault(): (vault: VaultState) => void {
  const queryClient = useQueryClient();
  return (vault) => {
    queryClient.setQueryData(['vault.getState', {}], vault);
  };
}
