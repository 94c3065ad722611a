import { runCaptured } from '../runtime/run.ts';
import { SetupError } from '../runtime/setup-error.ts';

/**
 * The date that everything in a package has, in seconds since 1970: that of the commit, so that the same commit gives the same
 * package. `SOURCE_DATE_EPOCH`, the variable that packagers agreed on, goes before it.
 *
 * @throws SetupError where there is neither
 */
export async function sourceDate(given = process.env['SOURCE_DATE_EPOCH']): Promise<number> {
  if (given !== undefined && /^\d{1,10}$/.test(given)) return Number(given);
  const { exitCode, stdout } = await runCaptured('git', ['log', '-1', '--format=%ct']);
  if (exitCode === 0 && stdout.trim() !== '') return Number(stdout.trim());
  throw new SetupError(
    'The files of a package have the date of the commit, and this is no clone with git.\n' +
      'Please set SOURCE_DATE_EPOCH to a date in seconds since 1970, for example\n\n' +
      '  SOURCE_DATE_EPOCH=$(date +%s) npm run package\n',
  );
}
