import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { onPrimary } from '../store/postgres/admin/on-primary.ts';
import { openEnrolment } from '../store/postgres/enrolment/enrolment.ts';
import { openWritable } from '../store/postgres/open-writable.ts';
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
  const fileFor = (name: string) => join(dirname(folder.file), name);
  let cluster: TestCluster;
  let keyPassphrase = '';

  const password = () => cluster.dataFor('postgres').password;
  const where = (database: string, user = 'postgres') => [
    ...['--ca', fileFor('ca.pem'), '--database', database, '--user', user],
    ...['--host', `localhost:${cluster.host.port}`],
  ];
  const passphraseIn = ({ told }: { told: string }) => told.split('\n').at(-2) ?? '';
  const inviteAna = (name: string, file: string) => [
    ...['invite', name, '--name', 'Ana', ...where('desk')],
    ...['--key-file', fileFor('team.key'), '--enrolment', fileFor(file)],
  ];

  beforeAll(async () => {
    cluster = await TestCluster.create();
    writeFileSync(fileFor('ca.pem'), cluster.authority.ca);
    await onPrimary(cluster.dataFor('postgres'), (link) => link.run('create database desk'));
    const made = await give(['init', ...where('desk'), '--key-file', fileFor('team.key')], password());
    expect(made).toMatchObject({ code: 0 });
    keyPassphrase = passphraseIn(made);
  }, SET_UP_MS);
  afterAll(async () => {
    folder.remove();
    await cluster.remove();
  });

  it('check: tells each host that is not as it must be', async () => {
    expect(await give(['check', ...where('desk')], password())).toMatchObject({ code: 0 });
    const silent = ['--host', `localhost:${await freePort()}`];
    expect(await give(['check', ...where('desk'), ...silent], password())).toMatchObject({
      code: 1,
      told: expect.stringMatching(/^host: .* does not answer/),
    });
    expect(await give(['check', ...where('desk')], 'wrong')).toMatchObject({
      code: 1,
      told: expect.stringMatching(/^login: /),
    });
  });

  it('check: tells a database without a team, and a role that may not administer one', async () => {
    expect(await give(['check', ...where('postgres')], password())).toMatchObject({
      code: 1,
      told: expect.stringMatching(/^schema: There is no team/),
    });
    const clerk = "create role clerk login password 'clerk'";
    await onPrimary(cluster.dataFor('postgres'), (link) => link.run(clerk));
    const { told } = await give(['check', ...where('postgres', 'clerk')], 'clerk');
    expect(told).toContain('may not make roles');
    expect(told).toContain('does not own the database');
  });

  it('init: makes one team, and writes over no key', async () => {
    expect(
      await give(['init', ...where('desk'), '--key-file', fileFor('team.key')], password()),
    ).toMatchObject({
      code: 1,
      told: expect.stringMatching(/^file: .* is there already/),
    });
    expect(
      await give(['init', ...where('desk'), '--key-file', fileFor('second.key')], password()),
    ).toMatchObject({
      code: 1,
      told: expect.stringMatching(/^schema: .* has a team already/),
    });
  });

  it('init: leaves nothing when its key can not be kept', async () => {
    await onPrimary(cluster.dataFor('postgres'), (link) => link.run('create database unkept'));
    const init = ['init', ...where('unkept'), '--key-file', fileFor('no/such/folder.key')];
    expect((await give(init, password())).code).toBe(1);
    expect(await give(['upgrade', ...where('unkept')], password())).toMatchObject({
      code: 1,
      told: expect.stringMatching(/^schema: There is no team/),
    });
  });

  it('invite and revoke: do nothing while a server that was named is silent, for it may be the promoted one', async () => {
    const silent = ['--host', `localhost:${await freePort()}`];
    for (const command of [inviteAna('sam', 'sam.enrolment'), ['revoke', 'sam', ...where('desk')]])
      expect(await give([...command, ...silent], password(), keyPassphrase)).toMatchObject({
        code: 1,
        told: expect.stringContaining('Not every server that was named'),
      });
    expect(existsSync(fileFor('sam.enrolment'))).toBe(false);
  });

  it('invite: a passphrase is told before it counts; what is certain not to count leaves no file', async () => {
    const change = (sql: string) => onPrimary(cluster.dataFor('desk'), (link) => link.run(sql));
    await change(`create function late() returns trigger language plpgsql as $$ begin raise 'late'; end $$;
      create constraint trigger late after insert on members deferrable initially deferred
        for each row execute function late()`);
    const told: string[] = [];
    const terminal = {
      ask: async (_: string) => (told.length === 0 ? (answers.shift() ?? '') : ''),
      tell: (line: string) => void told.push(line),
      complain: (line: string) => void told.push(line),
    };
    const answers = [password(), keyPassphrase];
    await expect(runTeamCommand(inviteAna('lea', 'lea.enrolment'), terminal)).rejects.toThrow('late');
    expect(told.map((line) => line.slice(0, 12))).toEqual(['The passphra', 'Nothing was ']);
    expect(existsSync(fileFor('lea.enrolment'))).toBe(false);
    await change('drop function late() cascade');
    expect(await give(inviteAna('lea', 'lea.enrolment'), password(), keyPassphrase)).toMatchObject({
      code: 0,
    });
  });

  it.each(['user', 'group', 'pg_ana', 'public'])(
    'invite: refuses %s, which means something else in SQL',
    async (name) => {
      expect((await give(inviteAna(name, name), password(), keyPassphrase)).code).toBe(2);
    },
  );

  it('upgrade: says when there is nothing to do', async () => {
    expect(await give(['upgrade', ...where('desk')], password())).toMatchObject({
      code: 0,
      told: 'It was up to date.',
    });
  });

  it('upgrade: refuses a schema that is newer than this program', async () => {
    const newer = (change: string) => onPrimary(cluster.dataFor('desk'), (link) => link.run(change));
    await newer('insert into migrations (version) values (999)');
    expect((await give(['upgrade', ...where('desk')], password())).told).toMatch(/^schema: .* version 999/);
    expect((await give(['check', ...where('desk')], password())).told).toMatch(/^schema: .* version 999/);
    await newer('delete from migrations where version = 999');
  });

  it('invite: gives an enrolment that works, and revoke ends it at once', async () => {
    const invited = await give(inviteAna('ana', 'ana.enrolment'), password(), keyPassphrase);
    expect(invited.code).toBe(0);
    const check = ['check', '--enrolment', fileFor('ana.enrolment')];
    expect(await give(check, passphraseIn(invited))).toMatchObject({ code: 0 });
    const { connection } = await openEnrolment(
      readFileSync(fileFor('ana.enrolment'), 'utf8'),
      passphraseIn(invited),
    );
    const open = await openWritable(connection, null);

    expect(await give(['revoke', 'ana', ...where('desk')], password())).toMatchObject({
      code: 0,
      told: 'ana is out; sessions ended: 1.',
    });
    await open.link.lost;
    expect((await give(check, passphraseIn(invited))).told).toMatch(/^login: /);
    expect((await give(['revoke', 'ana', ...where('desk')], password())).told).toMatch(
      /^role: There is no such member/,
    );
    // The name stays hers.
    const again = await give(inviteAna('ana', 'again.enrolment'), password(), keyPassphrase);
    expect(again.told).toMatch(/^role: There is a role of this name/);
    expect(existsSync(fileFor('again.enrolment'))).toBe(false);
  });

  it('invite: takes no typo, no foreign file and no name that could be SQL', async () => {
    const typo = keyPassphrase.replace(/^./, (first) => (first === '0' ? '1' : '0'));
    expect((await give(inviteAna('eva', 'eva'), password(), typo)).told).toMatch(
      /^file: There is a typo in group 1/,
    );
    const invited = await give(inviteAna('eva', 'eva'), password(), keyPassphrase);
    const [foreign, passphrase] = [fileFor('eva'), passphraseIn(invited)];
    const asKey = [
      'invite',
      'bea',
      '--name',
      'Bea',
      ...where('desk'),
      '--key-file',
      foreign,
      '--enrolment',
      fileFor('b'),
    ];
    expect((await give(asKey, password(), passphrase)).told).toMatch(/^file: This is no file of that kind/);
    expect((await give(['check', '--enrolment', foreign], keyPassphrase)).told).toMatch(
      /^file: This passphrase/,
    );
    expect((await give(inviteAna('x; drop', 'x'), password(), keyPassphrase)).code).toBe(2);
  });

  it('works for an administrator who is no superuser', async () => {
    const sql = `create role keeper login createrole in role pg_signal_backend password 'keeper'`;
    await onPrimary(cluster.dataFor('postgres'), async (link) => {
      await link.run(sql);
      await link.run('create database kept owner keeper');
    });
    const key = fileFor('kept.key');
    const made = await give(['init', ...where('kept', 'keeper'), '--key-file', key], 'keeper');
    expect(made.code).toBe(0);
    const invite = ['invite', 'kai', '--name', 'Kai', '--as', 'supervisor', ...where('kept', 'keeper')];
    const enrolled = ['--key-file', key, '--enrolment', fileFor('kai')];
    const invited = await give([...invite, ...enrolled], 'keeper', passphraseIn(made));
    expect((await give(['check', '--enrolment', fileFor('kai')], passphraseIn(invited))).code).toBe(0);
    const { connection } = await openEnrolment(readFileSync(fileFor('kai'), 'utf8'), passphraseIn(invited));
    const open = await openWritable(connection, null);
    expect((await give(['revoke', 'kai', ...where('kept', 'keeper')], 'keeper')).told).toContain('ended: 1.');
    await open.link.lost;
    expect((await give(['check', ...where('kept', 'keeper')], 'keeper')).code).toBe(0);
  });
});
