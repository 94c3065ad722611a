import { join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';

/** What electron-builder tells its hook; the part that is used. */
export interface PackContext {
  readonly appOutDir: string;
  readonly electronPlatformName: string;
  readonly packager: {
    readonly executableName: string;
    readonly appInfo: { readonly productFilename: string };
  };
}

/** electron-builder's hook: sets the fuses of the packed app, before it is signed. */
export async function afterPack(context: PackContext): Promise<void> {
  await setReleaseFuses(executableOf(context));
}

/**
 * Sets every fuse for a release: no way to run it as Node or to inspect it, and no code but the checked archive's.
 *
 * @throws Error when the executable has a fuse that is not decided on here (a later Electron).
 */
export async function setReleaseFuses(executable: string): Promise<void> {
  await flipFuses(executable, {
    version: FuseVersion.V1,
    strictlyRequireAllFuses: true,
    [FuseV1Options.RunAsNode]: false,
    [FuseV1Options.EnableCookieEncryption]: true,
    [FuseV1Options.EnableNodeOptionsEnvironmentVariable]: false,
    [FuseV1Options.EnableNodeCliInspectArguments]: false,
    [FuseV1Options.EnableEmbeddedAsarIntegrityValidation]: true,
    [FuseV1Options.OnlyLoadAppFromAsar]: true,
    // There is no such snapshot in our package.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
    // Pages are served from app://, never from file://.
    [FuseV1Options.GrantFileProtocolExtraPrivileges]: false,
    // Without them WebAssembly checks every memory access in software, and reading QR codes is slower.
    [FuseV1Options.WasmTrapHandlers]: true,
  });
}

function executableOf({ appOutDir, electronPlatformName, packager }: PackContext): string {
  if (electronPlatformName === 'darwin') return join(appOutDir, `${packager.appInfo.productFilename}.app`);
  if (electronPlatformName === 'win32') return join(appOutDir, `${packager.appInfo.productFilename}.exe`);
  return join(appOutDir, packager.executableName);
}
