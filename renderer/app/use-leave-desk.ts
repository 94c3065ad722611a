import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { client } from '../api/client.ts';
import { wipeAllSecrets } from '../features/ticket/secret-memory.ts';
import { settleUnsaved, whenAllSaved } from '../lib/autosave.ts';
import { leaveSecretsOut } from '../lib/harmless-words.ts';

/** What was typed is stored within a blink; a store that does not answer must not keep the desk open. */
const STORED_WITHIN_MS = 1500;

/** Of what was read, this says nothing about anybody. */
const KEPT: readonly unknown[] = ['app.getInfo', 'app.getBackendState', 'settings.get', 'vault.getState'];

/** What the agent can not be asked about any more is kept without what looks like a secret. */
function settleTyping(): void {
  settleUnsaved(leaveSecretsOut);
}

/**
 * Once the desk has gone from the screen because it was locked: what was typed there is stored, without the codes and passwords
 * that were held back; these are forgotten, and so is what was read of the records. Then the database is closed.
 */
export function useLeaveDesk(isLocked: boolean): void {
  const queryClient = useQueryClient();
  useEffect(() => {
    if (isLocked) void leaveDesk(queryClient);
  }, [isLocked, queryClient]);
  // The window closes or is loaded anew.
  useEffect(() => {
    window.addEventListener('pagehide', settleTyping);
    return () => window.removeEventListener('pagehide', settleTyping);
  }, []);
}

async function leaveDesk(queryClient: QueryClient): Promise<void> {
  wipeAllSecrets();
  settleTyping();
  await Promise.race([whenAllSaved(), new Promise((resolve) => setTimeout(resolve, STORED_WITHIN_MS))]);
  queryClient.removeQueries({ predicate: ({ queryKey: [name] }) => !KEPT.includes(name) });
  queryClient.getMutationCache().clear();
  // Without this word it is closed after a moment all the same.
  await client.call('vault.leaveDesk', {}).catch(() => undefined);
}
