import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Arch, build, Platform } from 'electron-builder';
import { repositoryFolder } from '../runtime/places.ts';
import { builderConfig } from './builder-config.ts';
import type { ElectronSource } from './electron-source.ts';
import type { LinuxKind } from './package-options.ts';
import { buildPortable } from './portable.ts';

export interface Packaging {
  readonly electron: ElectronSource;
  readonly version: string;
  readonly output: string;
  /** Seconds since 1970. */
  readonly date: number;
}

/** What electron-builder orders from `fpm`, GitHub's, is made by dpkg-deb and rpmbuild: see that file. */
const SYSTEM_PACKAGER = fileURLToPath(new URL('fpm.ts', import.meta.url));

/** Packages of Linux. An AppImage needs tools from GitHub; without them the others are made, and it is said. */
export async function makeLinuxPackages(packaging: Packaging, kinds: readonly LinuxKind[]): Promise<void> {
  process.env['CUSTOM_FPM_PATH'] = SYSTEM_PACKAGER;
  process.env['SOURCE_DATE_EPOCH'] = String(packaging.date);
  const systemKinds = kinds.filter((kind) => kind === 'deb' || kind === 'rpm');
  await runBuilder(packaging, systemKinds.length === 0 ? ['dir'] : systemKinds);
  const program = join(packaging.output, 'linux-unpacked');
  if (kinds.includes('portable')) {
    const name = `resetdesk-${packaging.version}-linux-${process.arch}.tar.gz`;
    await buildPortable(program, join(packaging.output, name), packaging.date);
  }
  if (kinds.includes('AppImage')) await tryAppImage(packaging, program);
}

/** Packages of macOS or Windows, as electron-builder makes them. */
export async function makeOtherPackages(packaging: Packaging): Promise<void> {
  await build({ projectDir: repositoryFolder, publish: 'never', config: configOf(packaging) });
}

async function tryAppImage(packaging: Packaging, program: string): Promise<void> {
  try {
    await runBuilder(packaging, ['AppImage'], program);
  } catch (error) {
    console.warn(
      `\nNo AppImage was made: ${error instanceof Error ? error.message : String(error)}\n` +
        'Its tools come from GitHub (electron-builder-binaries). Run this again where github.com can be reached, or\n' +
        'set APPIMAGE_TOOLS_PATH to an unpacked copy. The other packages are complete.',
    );
  }
}

async function runBuilder(
  packaging: Packaging,
  kinds: readonly string[],
  prepackaged?: string,
): Promise<void> {
  await build({
    projectDir: repositoryFolder,
    targets: Platform.LINUX.createTarget([...kinds], process.arch === 'arm64' ? Arch.arm64 : Arch.x64),
    publish: 'never',
    config: configOf(packaging),
    ...(prepackaged === undefined ? {} : { prepackaged }),
  });
}

function configOf({ electron, version, output }: Packaging) {
  return builderConfig(electron, version, output);
}
