import { runCaptured } from '../runtime/run.ts';
import { SetupError } from '../runtime/setup-error.ts';

export interface ToolRun {
  readonly command: string;
  readonly args: readonly string[];
  /** The package that brings the tool, for whoever does not have it. */
  readonly debianPackage: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** What a shell answers for a program that is not there. */
const NOT_FOUND = 127;

/**
 * Runs a tool of the system; answers what it printed.
 *
 * @throws SetupError when it is not installed, with the command that installs it, or when it fails, with its own words
 */
export async function runTool({ command, args, debianPackage, env = {}, cwd }: ToolRun): Promise<string> {
  const { exitCode, stdout, stderr } = await runCaptured(command, args, {
    env: { TZ: 'UTC', ...env },
    ...(cwd === undefined ? {} : { cwd }),
  });
  if (exitCode === 0) return stdout;
  throw new SetupError(
    exitCode === NOT_FOUND
      ? `${command} is not installed. On Debian and Ubuntu:\n\n  sudo apt-get install -y ${debianPackage}\n`
      : `${command} failed (exit code ${exitCode}).\n${stderr}${stdout}`,
  );
}
