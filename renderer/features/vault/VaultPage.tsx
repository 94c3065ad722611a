import { Center, Loader } from '@mantine/core';
import { assertNever } from '../../../core/assert-never.ts';
import type { VaultState } from '../../../core/contract/shell-records.ts';
import { FailedVault } from './FailedVault.tsx';
import { LockedVault } from './LockedVault.tsx';
import { NewVault } from './NewVault.tsx';

/** Stands before the desk until the database is open: first run, locked, or why it can not be opened. */
export function VaultPage({ vault }: { readonly vault: VaultState }) {
  switch (vault.state) {
    case 'new':
      return <NewVault vault={vault} />;
    case 'locked':
      return <LockedVault vault={vault} />;
    case 'failed':
      return <FailedVault vault={vault} />;
    case 'open':
      return (
        <Center h="100%">
          <Loader />
        </Center>
      );
    default:
      return assertNever(vault);
  }
}
