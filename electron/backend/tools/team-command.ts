import { parseArgs } from 'node:util';
import { checkStore } from '../store/postgres/admin/check-store.ts';
import { TeamStoreError } from '../store/postgres/finding.ts';
import { readConnection, UsageError } from './team-options.ts';

const USAGE = `The team's PostgreSQL, for its administrator. See docs/team.md.

  npm run team -- check --host HOST[:PORT]... --ca FILE --user NAME [--database NAME]

--host      a server; again for each standby
--database  default resetdesk
--ca        PEM file of whoever signed the servers' certificates
--user      an administrator's role; the password is asked for, or is the first line of the standard input`;

/** Whoever gives the command. */
export interface Terminal {
  /** Asks for a secret; blank when there is none to be had. */
  ask(what: string): Promise<string>;
  tell(line: string): void;
  complain(line: string): void;
}

/** @returns the exit code: 0 done, and nothing is wrong; 1 refused, or something is wrong; 2 not understood */
export async function runTeamCommand(argv: readonly string[], terminal: Terminal): Promise<number> {
  try {
    await run(argv, terminal);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.complain(`${error.message}\n\n${USAGE}`);
      return 2;
    }
    if (!(error instanceof TeamStoreError)) throw error;
    for (const { point, seen, advice } of error.findings) terminal.tell(`${point}: ${seen}\n  ${advice}`);
    return 1;
  }
}

async function run(argv: readonly string[], terminal: Terminal): Promise<void> {
  const { positionals, values } = parse(argv);
  if (positionals[0] !== 'check') throw new UsageError('What is to be done?');
  const findings = await checkStore(await readConnection(values, terminal));
  if (findings.length > 0) throw new TeamStoreError(findings);
  terminal.tell('The store is as it must be.');
}

function parse(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        host: { type: 'string', multiple: true, default: [] },
        database: { type: 'string', default: 'resetdesk' },
        ca: { type: 'string', default: '' },
        user: { type: 'string', default: '' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
