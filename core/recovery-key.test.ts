import { describe, expect, it } from 'vitest';
import { formatRecoveryKey, parseRecoveryKey } from './recovery-key.ts';

const secret = Uint8Array.from({ length: 15 }, (_, index) => (index * 37 + 11) % 256);
const written = formatRecoveryKey(secret);

describe('the recovery key on paper', () => {
  it('has seven groups of five characters without look-alikes', () => {
    expect(written).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){6}[0-9A-HJKMNP-TV-Z]{5}$/);
  });

  it('comes back from any spacing, case and look-alike letter', () => {
    const sloppy = written.toLowerCase().replaceAll('-', '  ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(parseRecoveryKey(sloppy)).toEqual({ ok: true, secret });
  });

  it('finds every single wrong character, mostly in its group', () => {
    let pointedAt = 0;
    let all = 0;
    for (const [index, right] of [...written].entries()) {
      if (right === '-') continue;
      for (const wrong of '0123456789ABCDEFGHJKMNPQRSTVWXYZ') {
        if (wrong === right) continue;
        const parsed = parseRecoveryKey(written.slice(0, index) + wrong + written.slice(index + 1));
        expect(parsed.ok).toBe(false);
        all += 1;
        if (!parsed.ok && parsed.fault.kind === 'typo' && parsed.fault.group === Math.floor(index / 6) + 1)
          pointedAt += 1;
      }
    }
    expect(pointedAt / all).toBeGreaterThan(0.9);
  });

  it('finds swapped neighbours and swapped groups', () => {
    const groups = written.split('-');
    const [first = '', second = '', ...rest] = groups;
    expect(parseRecoveryKey([second, first, ...rest].join('-')).ok).toBe(false);
    const swapped = `${first[1]}${first[0]}${first.slice(2)}`;
    expect(first[0]).not.toBe(first[1]);
    expect(parseRecoveryKey([swapped, second, ...rest].join('-')).ok).toBe(false);
  });

  it.each(['', 'ABCDE', `${written}0`])('says that the length is wrong: %j', (text) => {
    expect(parseRecoveryKey(text)).toEqual({ ok: false, fault: { kind: 'length' } });
  });

  it('names the group that has a character it can not have', () => {
    const groups = written.split('-');
    groups[2] = 'UUUUU';
    expect(parseRecoveryKey(groups.join('-'))).toEqual({ ok: false, fault: { kind: 'typo', group: 3 } });
  });
});
