import { describe, expect, it } from 'vitest';
import type { SafetyState } from '../../core/contract/safety-calls.ts';
import { logSafety } from './safety-log.ts';

const idle: SafetyState = {
  isBackingUp: false,
  isChecking: false,
  backups: [],
  folder: '/data/backups',
  backupFailure: null,
  lastCheck: null,
  searchRenewal: null,
};
const found = (finding: 'whole' | 'pages') => ({
  at: 1,
  finding,
  verifiedEvents: 0,
  brokenTickets: [],
  brokenRecords: [],
  forged: [],
  isMoreForged: false,
  missingEntries: 0,
});

function lines(...states: readonly Partial<SafetyState>[]): string[] {
  const written: string[] = [];
  const note = (happening: string, name = '') => void written.push(`${happening} ${name}`.trim());
  const tell = logSafety({ info: note, error: note });
  for (const state of states) tell({ ...idle, ...state });
  return written;
}

describe('logSafety', () => {
  it('notes how a backup and a check ended, once each', () => {
    expect(lines({ isBackingUp: true }, {}, { isChecking: true }, { lastCheck: found('whole') }, {})).toEqual(
      ['backup made', 'check passed'],
    );
  });

  it('notes why a backup failed and what damage was found', () => {
    const failed = { backupFailure: { at: 1, reason: 'diskFull' as const } };
    expect(lines({ isBackingUp: true }, failed, { isChecking: true }, { lastCheck: found('pages') })).toEqual(
      ['backup failed diskFull', 'check found damage pages'],
    );
  });

  it('notes nothing of what it does not understand', () => {
    const written: string[] = [];
    const note = (happening: string) => void written.push(happening);
    logSafety({ info: note, error: note })({ isBackingUp: 'no' });
    expect(written).toEqual([]);
  });
});
