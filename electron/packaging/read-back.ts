import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { extractFile, listPackage } from '@electron/asar';
import { ICON_SIZES } from './icon-sizes.ts';
import { LANGUAGE_FILES, PROGRAM } from './package-places.ts';
import { listTree } from './package-tree.ts';
import { faultsOfPaperwork } from './read-back-paperwork.ts';
import { wrongFuses } from './release-fuses.ts';

/**
 * Reads an unpacked Linux package back: what is wrong with it, in words. Empty when it is as it is meant to be.
 *
 * @param root the files as they would lie on a computer, with the control files in `DEBIAN`
 * @param sourceFolder where it was built: no file may name it
 */
export async function faultsOfPackage(root: string, sourceFolder: string): Promise<readonly string[]> {
  const program = join(root, PROGRAM);
  const files = (await listTree(root)).filter((path) => !path.endsWith('/'));
  const archive = join(program, 'resources', 'app.asar');
  const packed = listPackage(archive, { isPack: false });
  const faults = await Promise.all([
    faultsOfFuses(join(program, 'resetdesk')),
    faultsOfAddons([...files, ...packed]),
    faultsOfContents(packed),
    faultsOfLanguages(files),
    faultsOfPaths(archive, packed, sourceFolder),
    faultsOfDesktop(root, files),
    faultsOfControl(root),
    faultsOfPaperwork(program),
  ]);
  return faults.flat();
}

async function faultsOfFuses(executable: string): Promise<readonly string[]> {
  return (await wrongFuses(executable)).map((fuse) => `fuse: ${fuse} is not as a release has it`);
}

/** The one of this system; those of the others are 20 MB that nobody can use. */
async function faultsOfAddons(files: readonly string[]): Promise<readonly string[]> {
  const addons = new Set(
    files.filter((file) => file.endsWith('.node')).map((file) => file.split('/').at(-1)),
  );
  const wanted = `${process.platform}-${process.arch}.node`;
  return addons.size === 1 && addons.has(wanted)
    ? []
    : [`addons: ${[...addons].join(', ') || 'none'} instead of ${wanted}`];
}

/** What belongs into the archive: built code, one icon, the addon. */
const BELONGS = [
  /^\/package\.json$/,
  /^\/assets(?:\/icons(?:\/linux(?:\/128x128\.png)?)?)?$/,
  /^\/out(?:\/(?:main|preload|renderer)(?:\/[\w./-]+\.(?:c?js|html|css|wasm|woff2|png|svg|traineddata\.gz)|(?:\/(?:chunks|assets))?)?)?$/,
  /^\/node_modules(?:\/better-sqlite3-multiple-ciphers(?:\/(?:package\.json|lib|lib\/[\w/-]+(?:\.js)?|prebuilds|prebuilds\/[\w-]+\.node))?)?$/,
] as const;

async function faultsOfContents(packed: readonly string[]): Promise<readonly string[]> {
  return packed
    .filter((path) => /[.]test[.]/.test(path) || !BELONGS.some((pattern) => pattern.test(path)))
    .map((path) => `contents: ${path} does not belong into the package`);
}

async function faultsOfLanguages(files: readonly string[]): Promise<readonly string[]> {
  const found = files.filter((file) => file.endsWith('.pak') && file.includes('/locales/'));
  const names = found.map((file) => file.split('/').at(-1) ?? '').toSorted();
  return names.join() === LANGUAGE_FILES.join() ? [] : [`languages: ${names.join(', ')}`];
}

/** Who installs it learns nothing of the computer it was built on. */
async function faultsOfPaths(
  archive: string,
  packed: readonly string[],
  sourceFolder: string,
): Promise<readonly string[]> {
  const texts = packed.filter((path) => /\.(?:c?js|html|css|json)$/.test(path));
  return texts
    .filter((path) => extractFile(archive, path.slice(1)).includes(sourceFolder))
    .map((path) => `paths: ${path} names the folder it was built in`);
}

async function faultsOfDesktop(root: string, files: readonly string[]): Promise<readonly string[]> {
  const faults = ICON_SIZES.map((size) => `usr/share/icons/hicolor/${size}x${size}/apps/resetdesk.png`)
    .filter((icon) => !files.includes(icon))
    .map((icon) => `desktop: ${icon} is missing`);
  const entry = await readText(join(root, 'usr/share/applications/resetdesk.desktop'));
  const lines = [
    'Exec=/opt/ResetDesk/resetdesk %u',
    'MimeType=x-scheme-handler/resetdesk;',
    'StartupWMClass=resetdesk',
    'Icon=resetdesk',
  ];
  return [
    ...faults,
    ...lines.filter((line) => !entry.split('\n').includes(line)).map((line) => `desktop: no line ${line}`),
  ];
}

async function faultsOfControl(root: string): Promise<readonly string[]> {
  const control = await readText(join(root, 'DEBIAN', 'control'));
  const fields = [
    ['Homepage', /^Homepage: https:\/\//m],
    ['Maintainer with an address', /^Maintainer: .+ <[^<>@\s]+@[^<>@\s]+>$/m],
    ['Depends', /^Depends: .+/m],
  ] as const;
  return fields.filter(([, pattern]) => !pattern.test(control)).map(([name]) => `control: no ${name}`);
}

function readText(file: string): Promise<string> {
  return readFile(file, 'utf8').catch(() => '');
}
