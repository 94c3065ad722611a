import { useQueryClient } from '@tanstack/react-query';
import type { CallInput, CallOutput } from '../../../core/contract/contract.ts';
import type { CallError } from '../../../core/contract/errors.ts';
import { client } from '../../api/client.ts';
import { useCall } from '../../api/use-call.ts';

export type StoredDesk = CallOutput<'desk.getSettings'>;

interface DeskSettingsForm {
  readonly stored: StoredDesk | undefined;
  readonly error: CallError | null;
  /** Answers the new version. @throws CallError `conflict` when someone else was faster */
  readonly save: (change: CallInput<'desk.updateSettings'>['change'], version: number) => Promise<number>;
  readonly refresh: () => void;
}

/** What everyone at the desk shares, kept in the database. */
export function useDeskSettings(): DeskSettingsForm {
  const queryClient = useQueryClient();
  const stored = useCall('desk.getSettings', {});
  return {
    stored: stored.data,
    error: stored.error,
    save: async (change, version) => {
      const saved = await client.call('desk.updateSettings', { change, version });
      queryClient.setQueryData(['desk.getSettings', {}], saved);
      return saved.version;
    },
    refresh: () => void stored.refetch(),
  };
}
