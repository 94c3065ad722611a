import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { SET_UP_MS, TestCluster } from '../testing/postgres/cluster.ts';
import { describeOnPostgres } from '../testing/postgres/describe-on-postgres.ts';
import { freePort } from '../testing/postgres/free-port.ts';
import { temporaryFolder } from '../testing/test-desk.ts';
import { runTeamCommand } from './team-command.ts';
import { parseHost } from './team-options.ts';

/** Gives a command as an administrator does who answers what is asked. */
async function give(argv: readonly string[], ...answers: string[]) {
  const told: string[] = [];
  const complained: string[] = [];
  const code = await runTeamCommand(argv, {
    ask: async () => answers.shift() ?? '',
    tell: (line) => told.push(line),
    complain: (line) => complained.push(line),
  });
  return { code, told: told.join('\n'), complained: complained.join('\n') };
}

describe('the options of npm run team', () => {
  it.each([
    ['db.example', { host: 'db.example', port: 5432 }],
    ['db.example:6432', { host: 'db.example', port: 6432 }],
    ['[2001:db8::1]:5433', { host: '2001:db8::1', port: 5433 }],
    ['[2001:db8::1]', { host: '2001:db8::1', port: 5432 }],
    ['2001:db8::1', { host: '', port: 5432 }],
  ])('take the host %s', (text, host) => {
    expect(parseHost(text)).toEqual(host);
  });

  it('say what is missing before a password is asked for', async () => {
    expect(await give(['check'])).toMatchObject({ code: 2, complained: expect.stringContaining('--ca') });
    expect((await give([])).code).toBe(2);
    expect((await give(['check', '--password', 'secret'])).code).toBe(2);
  });
});

describeOnPostgres('npm run team', () => {
  const folder = temporaryFolder();
  let cluster: TestCluster;
  let where: readonly string[];

  beforeAll(async () => {
    cluster = await TestCluster.create();
    writeFileSync(folder.file, cluster.authority.ca);
    where = ['--ca', folder.file, '--database', 'postgres', '--user', 'postgres'];
  }, SET_UP_MS);
  afterAll(async () => {
    folder.remove();
    await cluster.remove();
  });

  const host = () => ['--host', `localhost:${cluster.host.port}`];
  const password = () => cluster.dataFor('postgres').password;

  it('check: tells each host that is not as it must be', async () => {
    expect(await give(['check', ...where, ...host()], password())).toMatchObject({ code: 0 });
    const silent = ['--host', `localhost:${await freePort()}`];
    const checked = await give(['check', ...where, ...silent, ...host()], password());
    expect(checked).toMatchObject({ code: 1, told: expect.stringMatching(/^host: .* does not answer/) });
    expect(await give(['check', ...where, ...host()], 'wrong')).toMatchObject({
      code: 1,
      told: expect.stringMatching(/^login: /),
    });
  });
});
