import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { CallError } from '../../../core/contract/errors.ts';
import { writeWholeFile } from '../../files/write-file.ts';
import { checkStore } from '../store/postgres/admin/check-store.ts';
import { initStore, upgradeStore } from '../store/postgres/admin/init-store.ts';
import { invite, type Keeping } from '../store/postgres/admin/invite.ts';
import { revoke } from '../store/postgres/admin/revoke.ts';
import { openEnrolment, openTeamKey, sealNewTeamKey } from '../store/postgres/enrolment/enrolment.ts';
import { refusal, TeamStoreError } from '../store/postgres/finding.ts';
import {
  type Asking,
  parseTeamOptions,
  readConnection,
  readInvited,
  readRole,
  readText,
  type TeamOptions,
  UsageError,
} from './team-options.ts';

const USAGE = `The team's PostgreSQL, for its administrator. See docs/team.md.

  npm run team -- check   WHERE | --enrolment FILE
  npm run team -- init    WHERE --key-file FILE
  npm run team -- upgrade WHERE
  npm run team -- invite  ROLE --name NAME [--as agent|supervisor|auditor] WHERE --key-file FILE --enrolment FILE
  npm run team -- revoke  ROLE WHERE

WHERE is --host HOST[:PORT]... --ca FILE --user NAME [--database NAME]
--host       a server; again for each standby
--ca         PEM file of whoever signed the servers' certificates
--user       an administrator's role
--database   default resetdesk
--key-file   the team's key, sealed: init writes it, invite needs it
--enrolment  what the invited person's console needs, sealed: invite writes it
Passwords and passphrases are asked for, or are the lines of the standard input, in that order.`;

/** Whoever gives the command. */
export interface Terminal extends Asking {
  tell(line: string): void;
  complain(line: string): void;
}

interface Given {
  /** What stands behind the command. */
  readonly role: string | undefined;
  readonly options: TeamOptions;
  readonly terminal: Terminal;
}

const COMMANDS: Readonly<Record<string, (given: Given) => Promise<void>>> = {
  check: giveCheck,
  init: giveInit,
  upgrade: giveUpgrade,
  invite: giveInvite,
  revoke: giveRevoke,
};

/** @returns the exit code: 0 done, and nothing is wrong; 1 refused, or something is wrong; 2 not understood */
export async function runTeamCommand(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    const { positionals, values } = parseTeamOptions(argv);
    const [name = '', role] = positionals;
    const command = COMMANDS[name];
    if (command === undefined) throw new UsageError('What is to be done?');
    await command({ role, options: values, terminal });
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.complain(`${error.message}\n\n${USAGE}`);
      return 2;
    }
    if (error instanceof CallError) {
      terminal.complain(error.message);
      return 1;
    }
    if (!(error instanceof TeamStoreError)) throw error;
    for (const { point, seen, advice } of error.findings) terminal.tell(`${point}: ${seen}\n  ${advice}`);
    return 1;
  }
}

async function giveCheck({ options, terminal }: Given): Promise<void> {
  const findings =
    options.enrolment === ''
      ? await checkStore(await readConnection(options, terminal), 'administrator')
      : await checkStore(await readEnrolled(options.enrolment, terminal), 'member');
  if (findings.length > 0) throw new TeamStoreError(findings);
  terminal.tell('The store is as it must be.');
}

async function readEnrolled(file: string, terminal: Terminal) {
  const content = readText('--enrolment', file);
  return (await openEnrolment(content, await terminal.ask('Passphrase of the enrolment'))).connection;
}

async function giveInit({ options, terminal }: Given): Promise<void> {
  const file = newFile('--key-file', options['key-file']);
  const data = await readConnection(options, terminal);
  const key = await sealNewTeamKey();
  await initStore(data, key, keepIn(file, terminal, 'Keep it'));
  terminal.tell(`The team is made. Its key is in ${file}; keep it.`);
}

async function giveUpgrade({ options, terminal }: Given): Promise<void> {
  const versions = await upgradeStore(await readConnection(options, terminal));
  terminal.tell(versions.length === 0 ? 'It was up to date.' : `Now at version ${versions.at(-1)}.`);
}

async function giveInvite({ role, options, terminal }: Given): Promise<void> {
  const invited = readInvited(role, options);
  const file = newFile('--enrolment', options.enrolment);
  const keyFile = readText('--key-file', options['key-file']);
  const data = await readConnection(options, terminal);
  const teamKey = await openTeamKey(keyFile, await terminal.ask("Passphrase of the team's key"));
  await invite(data, { ...invited, teamKey }, keepIn(file, terminal, 'Tell it by phone'));
  terminal.tell(`${invited.name} is invited. Give them ${file}.`);
}

async function giveRevoke({ role, options, terminal }: Given): Promise<void> {
  const member = readRole(role);
  const ended = await revoke(await readConnection(options, terminal), member);
  terminal.tell(`${member} is out; sessions ended: ${ended}.`);
}

/** Writes the file and shows its passphrase before it counts, so that neither can be missing once it does. */
function keepIn(file: string, terminal: Terminal, advice: string): Keeping {
  let isWritten = false;
  return {
    async keep({ content, passphrase }) {
      await writeWholeFile(file, content);
      isWritten = true;
      terminal.tell(`The passphrase of ${file}. ${advice}, as it is not shown again:\n${passphrase}`);
    },
    async discard() {
      if (!isWritten) return;
      await rm(file);
      terminal.tell(`Nothing was done after all: ${file} is removed, and its passphrase opens nothing.`);
    },
  };
}

/** None is written over: it may be the only one of a team's keys. */
function newFile(option: string, file: string): string {
  if (file === '') throw new UsageError(`${option} is missing.`);
  if (existsSync(file)) throw refusal('file', `${file} is there already.`, 'Name another file.');
  return file;
}
