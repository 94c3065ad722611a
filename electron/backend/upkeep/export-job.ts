import type { RunExport } from '../transfer/index.ts';
import type { RunJob } from './worker.ts';

/** Exports as one of the jobs that are done beside the calls. */
export function exportAsJob(runJob: RunJob): RunExport {
  return async (database, order, hooks) => {
    const result = await runJob({ type: 'export', ...database, ...order }, hooks);
    switch (result.type) {
      case 'exported':
      case 'exportCancelled':
      case 'exportFailed':
        return result;
      case 'failed': {
        const { reason } = result;
        return {
          type: 'exportFailed',
          reason: reason === 'diskFull' || reason === 'damaged' ? reason : 'unknown',
        };
      }
      default:
        throw new Error(`An export was answered as ${result.type}.`);
    }
  };
}
