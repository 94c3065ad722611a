import { join } from 'node:path';
import { FuseState, FuseV1Options, FuseVersion, flipFuses, getCurrentFuseWire } from '@electron/fuses';

/** What electron-builder tells its hook; the part that is used. */
export interface PackContext {
  readonly appOutDir: string;
  readonly electronPlatformName: string;
  readonly packager: {
    readonly executableName: string;
    readonly appInfo: { readonly productFilename: string };
  };
}

/** A release: no way to run it as Node or to inspect it, and no code but the checked archive's. */
const RELEASE_FUSES: ReadonlyMap<FuseV1Options, boolean> = new Map([
  [FuseV1Options.RunAsNode, false],
  [FuseV1Options.EnableCookieEncryption, true],
  [FuseV1Options.EnableNodeOptionsEnvironmentVariable, false],
  [FuseV1Options.EnableNodeCliInspectArguments, false],
  [FuseV1Options.EnableEmbeddedAsarIntegrityValidation, true],
  [FuseV1Options.OnlyLoadAppFromAsar, true],
  // There is no such snapshot in our package.
  [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot, false],
  // Pages are served from app://, never from file://.
  [FuseV1Options.GrantFileProtocolExtraPrivileges, false],
  // Without them WebAssembly checks every memory access in software, and reading QR codes is slower.
  [FuseV1Options.WasmTrapHandlers, true],
]);

/** electron-builder's hook: sets the fuses of the packed app, before it is signed. */
export async function afterPack(context: PackContext): Promise<void> {
  await setReleaseFuses(executableOf(context));
}

/**
 * Sets every fuse that this Electron has: the pinned one has nine, the trial runtime eight.
 *
 * @throws Error when the executable has a fuse that is not decided on here (a later Electron).
 */
export async function setReleaseFuses(executable: string): Promise<void> {
  const present = await presentFuses(executable);
  const states = present.map((fuse) => [fuse, RELEASE_FUSES.get(fuse)] as const);
  const undecided = states.filter(([, state]) => state === undefined).map(([fuse]) => fuse);
  if (undecided.length > 0) throw new Error(`This Electron has fuses nobody decided on: ${undecided}.`);
  await flipFuses(executable, { version: FuseVersion.V1, ...Object.fromEntries(states) });
  const wrong = await wrongFuses(executable);
  if (wrong.length > 0) throw new Error(`Fuses that did not take: ${wrong}.`);
}

/** Reads the fuses back: those that are not as a release has them, by name or, if unknown, by number. */
export async function wrongFuses(executable: string): Promise<readonly string[]> {
  const wire = await getCurrentFuseWire(executable);
  return (await presentFuses(executable))
    .filter((fuse) => (wire[fuse] === FuseState.ENABLE) !== RELEASE_FUSES.get(fuse))
    .map((fuse) => FuseV1Options[fuse] ?? String(fuse));
}

/** Those that Electron took away since are no longer a choice. */
async function presentFuses(executable: string): Promise<readonly FuseV1Options[]> {
  const wire: Record<string, unknown> = await getCurrentFuseWire(executable);
  return Object.keys(wire)
    .map(Number)
    .filter((fuse) => Number.isInteger(fuse) && isChoice(wire[fuse]));
}

function isChoice(state: unknown): boolean {
  return state === FuseState.ENABLE || state === FuseState.DISABLE;
}

function executableOf({ appOutDir, electronPlatformName, packager }: PackContext): string {
  if (electronPlatformName === 'darwin') return join(appOutDir, `${packager.appInfo.productFilename}.app`);
  if (electronPlatformName === 'win32') return join(appOutDir, `${packager.appInfo.productFilename}.exe`);
  return join(appOutDir, packager.executableName);
}
