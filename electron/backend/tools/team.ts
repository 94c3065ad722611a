/** `npm run team -- COMMAND`: for whoever administers the team's PostgreSQL. Exit codes: see `runTeamCommand`. */
import { SecretPrompt } from './ask-secret.ts';
import { runTeamCommand } from './team-command.ts';

using prompt = new SecretPrompt();
process.exitCode = await runTeamCommand(process.argv.slice(2), {
  ask: (what) => prompt.ask(what),
  tell: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
});
