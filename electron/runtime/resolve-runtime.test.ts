import { describe, expect, it } from 'vitest';
import { type RuntimeSources, resolveRuntime } from './resolve-runtime.ts';
import { SetupError } from './setup-error.ts';

/** Sources that have nothing, but for the given ones; `asked` tells who was asked, in order. */
function sources(change: Partial<Record<'installed' | 'download' | 'evaluation', string>> = {}) {
  const asked: string[] = [];
  const ask = (name: 'installed' | 'download' | 'evaluation') => {
    asked.push(name);
    return change[name] ?? null;
  };
  const made: RuntimeSources = {
    overrideFolder: undefined,
    isFile: () => true,
    installed: () => ask('installed'),
    download: async () => ask('download'),
    evaluation: async () => ask('evaluation'),
  };
  return { made, asked };
}

describe('resolveRuntime', () => {
  it('takes the folder that the environment names and asks nobody else', async () => {
    const { made, asked } = sources({ installed: '/electron' });
    const runtime = await resolveRuntime({ ...made, overrideFolder: '/opt/electron' });
    expect(runtime.executablePath).toMatch(/^\/opt\/electron\//);
    expect(runtime.kind).toBe('official');
    expect(asked).toEqual([]);
  });

  it('does not quietly take another one when that folder has no Electron', async () => {
    const { made, asked } = sources({ installed: '/electron' });
    const broken = { ...made, overrideFolder: '/opt/electron', isFile: () => false };
    await expect(resolveRuntime(broken)).rejects.toThrow(SetupError);
    expect(asked).toEqual([]);
  });

  it('takes an installed official one without downloading', async () => {
    const { made, asked } = sources({ installed: '/electron' });
    expect(await resolveRuntime(made)).toMatchObject({ kind: 'official', executablePath: '/electron' });
    expect(asked).toEqual(['installed']);
  });

  it('downloads the official one before it thinks of the evaluation runtime', async () => {
    const { made, asked } = sources({ download: '/electron' });
    expect(await resolveRuntime(made)).toMatchObject({ kind: 'official', executablePath: '/electron' });
    expect(asked).toEqual(['installed', 'download']);
  });

  it('falls back to the evaluation runtime, which finds the app by itself', async () => {
    const { made, asked } = sources({ evaluation: '/cache/resetdesk' });
    expect(await resolveRuntime(made)).toEqual({
      kind: 'evaluation',
      executablePath: '/cache/resetdesk',
      isPackage: false,
      appArgs: [],
    });
    expect(asked).toEqual(['installed', 'download', 'evaluation']);
  });

  it('names both sources and a way out when neither can be reached', async () => {
    const { made } = sources();
    const unreachable = {
      ...made,
      evaluation: () => Promise.reject(new SetupError('The registry does not answer.')),
    };
    const message = await resolveRuntime(unreachable).catch((error: Error) => error.message);
    expect(message).toMatch(
      /registry does not answer.*github\.com.*npm registry.*ELECTRON_OVERRIDE_DIST_PATH/s,
    );
    await expect(resolveRuntime(made)).rejects.toThrow(SetupError);
  });

  it('does not dress up a bug as a network that is down', async () => {
    const { made } = sources();
    const broken = { ...made, evaluation: () => Promise.reject(new TypeError('bug')) };
    await expect(resolveRuntime(broken)).rejects.toThrow(TypeError);
  });
});
