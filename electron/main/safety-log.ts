import { type SafetyState, safetyStateSchema } from '../../core/contract/safety-calls.ts';
import type { Log } from './log-entry.ts';

/** Notes in the log how each backup and each check ended, from what the backend tells the windows. */
export function logSafety(log: Log): (payload: unknown) => void {
  let before: SafetyState | null = null;
  return (payload) => {
    const parsed = safetyStateSchema.safeParse(payload);
    if (!parsed.success) return;
    const now = parsed.data;
    if (before?.isBackingUp === true && !now.isBackingUp) {
      if (now.backupFailure === null) log.info('backup made');
      else log.error('backup failed', now.backupFailure.reason);
    }
    if (before?.isChecking === true && !now.isChecking && now.lastCheck !== null) {
      if (now.lastCheck.finding === 'whole') log.info('check passed');
      else log.error('check found damage', now.lastCheck.finding);
    }
    before = now;
  };
}
