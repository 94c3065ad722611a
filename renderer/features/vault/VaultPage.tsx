import type { VaultState } from '../../../core/contract/shell-records.ts';

export function VaultPage({ vault }: { readonly vault: VaultState }) {
  return <p>{vault.state}</p>;
}
