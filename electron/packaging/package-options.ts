import { parseArgs } from 'node:util';
import { SetupError } from '../runtime/setup-error.ts';

/** What is made on Linux. */
export const LINUX_KINDS = ['deb', 'rpm', 'portable', 'AppImage'] as const;
export type LinuxKind = (typeof LINUX_KINDS)[number];

export interface PackageOptions {
  /** On the trial runtime, for trying and testing. */
  readonly isTrial: boolean;
  /** `out` holds the build of this very tree. */
  readonly isBuilt: boolean;
  /** Of Linux; other systems make all of theirs. */
  readonly kinds: readonly LinuxKind[];
}

/**
 * Reads what follows `npm run package --`.
 *
 * @throws SetupError that says what can be given
 */
export function readPackageOptions(args: readonly string[]): PackageOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        trial: { type: 'boolean', default: false },
        built: { type: 'boolean', default: false },
        only: { type: 'string', multiple: true },
      },
    });
    const kinds = values.only?.map(kindOf) ?? LINUX_KINDS;
    return { isTrial: values.trial, isBuilt: values.built, kinds };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new SetupError(
      `${why}\n\n  npm run package [-- --trial] [--built] [--only ${LINUX_KINDS.join('|')}]\n\n--only can be given more than once; --built takes the build in out as it is.`,
    );
  }
}

function kindOf(name: string): LinuxKind {
  const kind = LINUX_KINDS.find((known) => known.toLowerCase() === name.toLowerCase());
  if (kind === undefined) throw new Error(`There is no package of the kind "${name}".`);
  return kind;
}
