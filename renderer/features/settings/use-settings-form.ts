import { useQueryClient } from '@tanstack/react-query';
import type { Settings } from '../../../core/contract/shell-records.ts';
import { useCall, useCommand } from '../../api/use-call.ts';

const QUERY_KEY = ['settings.get', {}];

/**
 * This computer's settings, saved as they are changed. A change shows at once; if it can not be saved the former value
 * comes back and `error` says why.
 */
export function useSettingsForm() {
  const queryClient = useQueryClient();
  const settings = useCall('settings.get', {}).data;
  const update = useCommand('settings.update');
  const show = (shown: Settings) => queryClient.setQueryData(QUERY_KEY, shown);
  return {
    settings,
    error: update.error,
    saveState: update.isPending ? 'saving' : update.isSuccess ? 'saved' : 'idle',
    save: (change: Partial<Settings>) => {
      if (settings === undefined) return;
      show({ ...settings, ...change });
      update.mutate(change, {
        onSuccess: show,
        onError: () => void queryClient.invalidateQueries({ queryKey: QUERY_KEY }),
      });
    },
  } as const;
}
