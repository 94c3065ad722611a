import { describe, expect, it } from 'vitest';
import { rowStatus } from './row-status.ts';

const NOW = 1_700_000_000_000;
const open = { lane: 'now', outcome: null, nextEventAt: null, nextEventKind: null } as const;

describe('rowStatus', () => {
  it('tells a ticket at work from one that waits for its code', () => {
    expect(rowStatus(open, NOW)).toEqual({ kind: 'inProgress', until: null });
    expect(rowStatus({ ...open, lane: 'waiting' }, NOW)).toEqual({ kind: 'waiting', until: null });
  });

  it('counts down a lock until it is over', () => {
    const locked = { ...open, nextEventAt: NOW + 1, nextEventKind: 'lockEnds' } as const;
    expect(rowStatus(locked, NOW)).toEqual({ kind: 'locked', until: NOW + 1 });
    expect(rowStatus(locked, NOW + 1)).toEqual({ kind: 'lockOver', until: null });
  });

  it('counts down a code until it has expired', () => {
    const valid = { ...open, nextEventAt: NOW + 1, nextEventKind: 'codeExpires' } as const;
    expect(rowStatus(valid, NOW)).toEqual({ kind: 'codeValid', until: NOW + 1 });
    expect(rowStatus(valid, NOW + 1)).toEqual({ kind: 'codeExpired', until: null });
  });

  it('shows how a closed ticket ended, whatever was still running', () => {
    const closed = {
      ...open,
      lane: 'closed',
      outcome: 'referred',
      nextEventAt: NOW + 9,
      nextEventKind: 'codeExpires',
    } as const;
    expect(rowStatus(closed, NOW)).toEqual({ kind: 'referred', until: null });
  });
});
