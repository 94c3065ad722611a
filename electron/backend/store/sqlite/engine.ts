import type BetterSqlite from 'better-sqlite3-multiple-ciphers';
import { storeFailed } from '../../../../core/contract/errors.ts';

/** An older Node does not refuse the addon of this interface, it crashes with it. */
const NEEDED_NODE_API = 10;

/** A program that can load addons, as far as it matters here. */
export interface AddonHost {
  /** The Node-API that this Node speaks, as `process.versions` says it. */
  readonly nodeApi: string | undefined;
  readonly load: () => Promise<{ readonly default: typeof BetterSqlite }>;
}

const thisProcess: AddonHost = {
  nodeApi: process.versions['napi'],
  load: () => import('better-sqlite3-multiple-ciphers'),
};

/**
 * Loads the database engine, an addon that was compiled for each system.
 *
 * @throws CallError `store_failed` `noEngine` where it is missing, damaged, kept from us, or made for a newer system
 */
export async function loadEngine({ nodeApi, load }: AddonHost = thisProcess): Promise<typeof BetterSqlite> {
  if (!(Number(nodeApi) >= NEEDED_NODE_API))
    throw storeFailed(
      'noEngine',
      `The engine needs Node-API ${NEEDED_NODE_API}, and this Node has ${nodeApi}.`,
    );
  try {
    const { default: Engine } = await load();
    // The addon itself is only loaded with the first database.
    new Engine(':memory:').close();
    return Engine;
  } catch (error) {
    throw storeFailed('noEngine', `The engine could not be loaded (${codeOf(error)}).`);
  }
}

/** Of the system's words only the code: the rest names folders. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'no code';
}
