import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { setReleaseFuses, wrongFuses } from './release-fuses.ts';

/** Marks the fuses in an Electron executable; see Electron's documentation on fuses. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const KNOWN_FUSES = 9;
/** Electron 33, the trial runtime's. */
const TRIAL_FUSES = 8;

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'resetdesk-fuses-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A file that has fuses as an executable has them, all of them off. */
async function executableWith(fuses: number): Promise<string> {
  const file = join(folder, 'resetdesk');
  const wire = Buffer.concat([Buffer.from([1, fuses]), Buffer.alloc(fuses, FuseState.DISABLE)]);
  await writeFile(file, Buffer.concat([Buffer.alloc(64), Buffer.from(SENTINEL), wire, Buffer.alloc(64)]));
  return file;
}

describe('setReleaseFuses', () => {
  it('leaves only what is meant to be on, read back from the file', async () => {
    const file = await executableWith(KNOWN_FUSES);
    await setReleaseFuses(file);
    const wire: Record<string, unknown> = await getCurrentFuseWire(file);
    const on = Object.keys(wire).filter((fuse) => wire[fuse] === FuseState.ENABLE);
    expect(on.map(Number)).toEqual([
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.EnableEmbeddedAsarIntegrityValidation,
      FuseV1Options.OnlyLoadAppFromAsar,
      FuseV1Options.WasmTrapHandlers,
    ]);
  });

  it('sets all that an older Electron has', async () => {
    const file = await executableWith(TRIAL_FUSES);
    await setReleaseFuses(file);
    expect(await wrongFuses(file)).toEqual([]);
  });

  it('names each fuse that was turned afterwards', async () => {
    const file = await executableWith(KNOWN_FUSES);
    await setReleaseFuses(file);
    await flipFuses(file, { version: FuseVersion.V1, [FuseV1Options.RunAsNode]: true });
    expect(await wrongFuses(file)).toEqual(['RunAsNode']);
  });

  it('refuses an Electron with a fuse that nobody decided on', async () => {
    await expect(setReleaseFuses(await executableWith(KNOWN_FUSES + 1))).rejects.toThrow(
      /nobody decided on: 9/,
    );
  });
});
