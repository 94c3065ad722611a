import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('./playbooks.ts', import.meta.url));
const ask = (...words: string[]) =>
  spawnSync(process.execPath, [program, '--ask', ...words], { encoding: 'utf8' });

describe('playbooks --ask', () => {
  it('plays a call from given answers: questions, routes with their reasons, steps, and what comes after a failure', () => {
    const { status, stdout, stderr } = ask(
      ...['known:vendor=dahua', 'known:deviceKind=recorder', 'resetPage=qr', 'mailbox=reachable'],
      ...['confirmed', 'monitor', 'qrShown', 'customer', 'cannotReset'],
    );
    expect([status, stderr]).toEqual([0, '']);
    const lines = stdout.split('\n');
    expect(lines[0]).toBe('? What is on the screen?  [resetPage=qr]');
    expect(lines.filter((line) => line.startsWith('*'))).toEqual([
      expect.stringMatching(/^\* .*\(dahua-dmss, \d+\): .+/),
      expect.stringMatching(/^\* .*\(dahua-questions, \d+\): .+/),
    ]);
    expect(
      lines.filter((line) => line.startsWith('#')).map((line) => line.slice(2, line.indexOf(':'))),
    ).toEqual([
      'dahua-dmss/ownership',
      'dahua-dmss/begin',
      'dahua-dmss/findQrMonitor',
      'dahua-dmss/whoHasApp',
      'dahua-dmss/ownPhone',
      'dahua-questions/begin',
    ]);
    expect(stdout).toContain('  > cannotReset: The box says: not possible this way');
    expect(stdout).toMatch(/^ {2}SAY {2}Please open DMSS\./m);
    expect(stdout).toMatch(/^ {2}DO {3}A QR gives two codes/m);
  });

  it('goes on past a scan to the answer that closes the ticket', () => {
    const { status, stdout } = ask(
      ...['known:vendor=dahua', 'resetPage=qr', 'scan', 'confirmed', 'sent', 'arrived', 'accepted'],
      ...['accepted', 'works', 'done'],
    );
    expect(status, stdout).toBe(0);
    expect(stdout).toContain('  > done: Done, close the ticket');
  });

  it('says what it did not understand, and which step has no such answer', () => {
    const unclear = ask('bad word!');
    expect([unclear.status, unclear.stderr]).toEqual([2, expect.stringContaining('"bad word!" is neither')]);
    const wrong = ask('known:vendor=dahua', 'known:deviceKind=recorder', 'resetPage=qr', 'noSuchAnswer');
    expect([wrong.status, wrong.stderr.trim()]).toEqual([
      1,
      'dahua-dmss/ownership has no answer "noSuchAnswer".',
    ]);
  });
});
