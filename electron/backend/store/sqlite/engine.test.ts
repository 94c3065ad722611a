import { describe, expect, it } from 'vitest';
import { storeFailureOf } from '../../../../core/contract/errors.ts';
import { type AddonHost, loadEngine } from './engine.ts';

const broken =
  (error: unknown): AddonHost['load'] =>
  () =>
    Promise.reject(error);

async function failure(host: AddonHost): Promise<string> {
  return loadEngine(host).then(
    () => 'loaded',
    (error) => `${storeFailureOf(error)}: ${error.message}`,
  );
}

describe('loadEngine', () => {
  it('gives the engine of this computer', async () => {
    const Engine = await loadEngine();
    const connection = new Engine(':memory:');
    expect(connection.pragma('user_version', { simple: true })).toBe(0);
    connection.close();
  });

  it.each(['9', undefined])('does not touch the addon on a Node that speaks Node-API %s', async (nodeApi) => {
    const load = broken(new Error('was touched'));
    expect(await failure({ nodeApi, load })).toMatch(/^noEngine: noEngine The engine needs Node-API 10/);
  });

  it('says which way it failed, and no folder', async () => {
    const error = Object.assign(new Error('/opt/ResetDesk/x.node: GLIBC_2.38 not found'), {
      code: 'ERR_DLOPEN_FAILED',
    });
    const said = await failure({ nodeApi: '10', load: broken(error) });
    expect(said).toContain('noEngine The engine could not be loaded (ERR_DLOPEN_FAILED).');
    expect(said).not.toContain('/opt');
  });
});
