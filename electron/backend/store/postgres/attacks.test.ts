import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { SET_UP_MS, TestCluster } from '../../testing/postgres/cluster.ts';
import { describeOnPostgres } from '../../testing/postgres/describe-on-postgres.ts';
import { inviteTo, makeTeam } from '../../testing/postgres/test-team.ts';
import { upgradeStore } from './admin/init-store.ts';
import { revoke } from './admin/revoke.ts';
import type { ConnectionData } from './connection-data.ts';
import { Link } from './link.ts';

/** Verdict: refused. What an agent could try with their own password and any PostgreSQL client. */
const REFUSED: Readonly<Record<string, readonly string[]>> = {
  'to change what all read': [
    `update members set name = 'Somebody'`,
    'delete from members',
    'truncate members',
    `insert into members (id, name, kind, invited_at) values ('eve', 'Eve', 'supervisor', 0)`,
    'update migrations set version = 0',
    'select * from members for update',
    `copy members from program 'echo'`,
  ],
  'to write into the feed, or to take out of it': [
    `insert into changes (kind, id) values ('member', 'ben')`,
    `insert into changes (xid, kind, id) values ('3', 'member', 'ben')`,
    'update changes set id = kind',
    'delete from changes',
    'truncate changes',
    'select note_members()',
  ],
  'to be somebody else': [
    'set role desk_owner',
    'set role desk_supervisor',
    'set role ben',
    'set session authorization ben',
    'set local session authorization postgres',
    'grant desk_supervisor to ana',
    'grant desk_owner to ana',
    'alter role ana superuser',
    'alter role ana createrole',
    'alter role ana bypassrls',
    'alter role ana replication',
    'alter role ben rename to ben2',
    `alter role ben password 'mine'`,
    `alter role postgres password 'mine'`,
    'create role eve login',
    'drop role ben',
  ],
  'to change how it is built': [
    'create table resetdesk.x (id int)',
    'create table public.x (id int)',
    'create temporary table members (id int)',
    'create schema x',
    'create view resetdesk.x as select 1',
    'create function resetdesk.x() returns int language sql as $$ select 1 $$',
    'create or replace function resetdesk.note_members() returns trigger language plpgsql as $$ begin return null; end $$',
    'create trigger x after insert on members for each row execute function note_members()',
    'create rule x as on insert to members do instead nothing',
    'alter table members disable trigger all',
    'alter table members owner to ana',
    'alter table members add column x int',
    'alter function note_members() owner to ana',
    'alter schema resetdesk rename to x',
    'alter default privileges for role desk_owner grant all on tables to ana',
    'drop table members',
    'drop function note_members() cascade',
    'drop schema resetdesk cascade',
    'create index x on members (name)',
    'reindex table members',
    `comment on table members is 'x'`,
    'create extension pg_trgm',
    'create publication x for all tables',
    'create event trigger x on ddl_command_start execute function note_members()',
    'set session_replication_role = replica',
  ],
  'to reach the server behind it': [
    `copy (select 1) to '/tmp/x'`,
    `copy (select 1) to program 'id'`,
    `select pg_read_file('postgresql.conf')`,
    `select pg_read_binary_file('server.key')`,
    `select pg_ls_dir('.')`,
    `select lo_import('/etc/passwd')`,
    `select lo_export(1, '/tmp/x')`,
    'select * from pg_authid',
    'select * from pg_shadow',
    'select * from pg_hba_file_rules',
    'select * from pg_ident_file_mappings',
    `alter system set ssl = off`,
    'alter database desk set search_path = public',
    'create database eve',
    'select pg_reload_conf()',
    'select pg_promote()',
    'select pg_switch_wal()',
    `select pg_create_physical_replication_slot('x')`,
    `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'postgres'`,
    `select pg_cancel_backend(pid) from pg_stat_activity where usename = 'postgres'`,
  ],
  'to stop a migration': [
    'begin; lock table migrations in exclusive mode',
    'begin; lock table migrations in share mode',
    'begin; lock table migrations in row exclusive mode',
    'begin; lock table members in access exclusive mode',
    'begin; lock table changes in row share mode',
  ],
};

/** That the role may not. What is not there at all would be refused too, and say nothing. */
const NOT_ALLOWED = '42501';

describeOnPostgres("an agent's own password, in any client,", () => {
  let cluster: TestCluster;
  let administrator: ConnectionData;
  let ana: ConnectionData;
  let link: Link;
  let adminLink: Link;

  beforeAll(async () => {
    cluster = await TestCluster.create();
    administrator = await makeTeam(cluster, 'desk');
    ana = await inviteTo(administrator, 'ana');
    await inviteTo(administrator, 'ben');
    link = await Link.open(ana, cluster.host);
    // There is somebody whose sessions could be ended.
    adminLink = await Link.open(administrator, cluster.host);
  }, SET_UP_MS);
  afterAll(async () => {
    await Promise.all([link.close(), adminLink.close()]);
    await cluster.remove();
  });

  it('reads what members may read, so that what is refused is there to be attacked', async () => {
    expect(await link.run('select * from members')).toBeGreaterThan(0);
    expect(await link.run('select * from changes')).toBeGreaterThan(0);
    expect(await link.run('select * from migrations')).toBeGreaterThan(0);
  });

  for (const [aim, attacks] of Object.entries(REFUSED))
    describe(`does not serve ${aim}`, () => {
      it.each(attacks)('%s', async (attack) => {
        const refused = await link.run(attack).then(
          () => 'done',
          (error: unknown) => z.object({ code: z.string() }).parse(error).code,
        );
        await link.run('rollback');
        expect(refused).toBe(NOT_ALLOWED);
      });
    });

  it('does not open the database of another team', async () => {
    await makeTeam(cluster, 'other');
    await expect(Link.open({ ...ana, database: 'other' }, cluster.host)).rejects.toMatchObject({
      findings: [{ point: 'role' }],
    });
  });

  it('gives an auditor and a supervisor no more of what only the database writes', async () => {
    for (const kind of ['auditor', 'supervisor'] as const) {
      const member = await Link.open(await inviteTo(administrator, kind, kind), cluster.host);
      await expect(member.run('delete from changes')).rejects.toMatchObject({ code: '42501' });
      await expect(member.run(`update members set kind = 'supervisor'`)).rejects.toMatchObject({
        code: '42501',
      });
      await member.close();
    }
  });

  it('does not outstay: a session that does not end is told, not waited for without end', async () => {
    const eve = await Link.open(await inviteTo(administrator, 'eve'), cluster.host);
    const [session] = await eve.read(z.object({ pid: z.int() }), 'select pg_backend_pid() as pid');
    if (session === undefined) throw new Error('There is no session.');
    process.kill(session.pid, 'SIGSTOP');
    await expect(revoke(administrator, 'eve', 200)).rejects.toMatchObject({
      findings: [{ point: 'role', seen: expect.stringContaining('do not end: 1') }],
    });
    process.kill(session.pid, 'SIGCONT');
    await eve.lost;
    await eve.close();
  });

  it('shows nothing of what others are asking', async () => {
    const query = z.object({ query: z.string() });
    const others = `select query from pg_stat_activity where usename = 'postgres'`;
    const seen = await link.read(query, others);
    expect(new Set(seen.map((one) => one.query))).toEqual(new Set(['<insufficient privilege>']));
  });

  it('shows no password, also not its own', async () => {
    const password = z.object({ rolpassword: z.string() });
    const roles = `select rolpassword from pg_roles where rolname in ('ana', 'postgres')`;
    expect(await link.read(password, roles)).toEqual([
      { rolpassword: '********' },
      { rolpassword: '********' },
    ]);
  });

  it('can pass on nothing that it does not have', async () => {
    await link.run('grant all on members, changes to ben');
    const may = `select has_table_privilege('ben', t, 'insert, update, delete, truncate') as may
      from unnest(array['members', 'changes']) t`;
    expect(await link.read(z.object({ may: z.boolean() }), may)).toEqual([{ may: false }, { may: false }]);
  });

  it('can hold locks, and an upgrade goes on', async () => {
    await link.run('begin; lock table migrations in access share mode');
    await link.run('select pg_advisory_lock(n) from generate_series(0, 100) n');
    await upgradeStore(administrator);
    await link.run('rollback');
    await link.run('select pg_advisory_unlock_all()');
  });

  it('tells everybody that something changed, which it did not: they look and find nothing', async () => {
    await link.run('notify resetdesk_changes');
    await link.run(`notify resetdesk_changes, 'forged'`);
  });

  it("is not what an upgrade gives up for; an administrator's lock is, and the upgrade says so", async () => {
    await adminLink.run('begin; lock table migrations in exclusive mode');
    await expect(upgradeStore(administrator)).rejects.toMatchObject({ findings: [{ point: 'schema' }] });
    await adminLink.run('rollback');
  });
});
