import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { repositoryFolder } from '../runtime/places.ts';
import { SetupError } from '../runtime/setup-error.ts';
import { readBundledPackages } from './bundled-packages.ts';
import { isAllowed, SHIPPED_LICENCES } from './licences.ts';
import { noticesText } from './notices.ts';
import { NOTICES_FILE, SBOM_FILE } from './package-places.ts';
import { sbomText } from './sbom.ts';
import { carriedParts, npmParts, type ShippedPart } from './shipped-parts.ts';

/** Outside the bundles: the packager copies it. */
const COPIED = ['node_modules/better-sqlite3-multiple-ciphers'];

export interface Paperwork {
  readonly version: string;
  readonly copyright: string;
  readonly electronVersion: string;
  /** Seconds since 1970. */
  readonly date: number;
  /** Further packages of npm that ship, by their folders. */
  readonly furtherPackages: readonly string[];
}

/** Writes notices and list of parts for the app that was just built, where the packager takes them from. */
export async function writePaperwork(paperwork: Paperwork): Promise<void> {
  const bundled = readBundledPackages(join(repositoryFolder, 'out', 'bundled-packages'));
  const folders = [...new Set([...bundled, ...COPIED, ...paperwork.furtherPackages])].sort();
  const parts = [...npmParts(folders), ...carriedParts()];
  refuseWrongLicences(parts);
  const folder = join(repositoryFolder, 'out', 'notices');
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await writeFile(join(repositoryFolder, 'out', NOTICES_FILE), noticesText(parts, paperwork.copyright));
  await writeFile(join(repositoryFolder, 'out', SBOM_FILE), sbomText({ ...paperwork, parts }));
}

function refuseWrongLicences(parts: readonly ShippedPart[]): void {
  const wrong = parts.filter(({ licence }) => !isAllowed(licence, SHIPPED_LICENCES));
  if (wrong.length === 0) return;
  const names = wrong.map(({ name, licence }) => `  ${name}: ${licence}`).join('\n');
  throw new SetupError(
    `Licences that do not allow what we do with them, or that nobody has looked at:\n${names}`,
  );
}
