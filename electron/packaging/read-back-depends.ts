import { join } from 'node:path';
import { PROGRAM } from './package-places.ts';
import { listTree } from './package-tree.ts';
import { runTool } from './run-tool.ts';

/**
 * Libraries that the package's programs are linked to and whose packages are not among its `Depends`; what it brings itself
 * counts as there. Known from the libraries that are installed on this Debian.
 */
export async function faultsOfDepends(root: string, control: string): Promise<readonly string[]> {
  const program = join(root, PROGRAM);
  const files = (await listTree(program)).filter((path) => !path.endsWith('/'));
  const own = new Set(files.map((path) => path.split('/').at(-1)));
  const binaries = files.filter(
    (path) => !path.includes('/') && !/\.(?:pak|dat|bin|json|html|txt)$/.test(path),
  );
  const addons = files.filter((path) => path.endsWith('.node'));
  const needed = new Set<string>();
  for (const file of [...binaries, ...addons])
    for (const library of await librariesOf(join(program, file))) needed.add(library);
  const declared = dependsOf(control);
  const faults: string[] = [];
  for (const library of [...needed].filter((name) => !own.has(name)).sort()) {
    const owners = await ownersOf(library);
    if (!owners.some((owner) => declared.has(owner)))
      faults.push(`depends: ${library} of ${owners.join(' or ') || 'no installed package'} is not declared`);
  }
  return faults;
}

/** Names of a control file's `Depends`, all alternatives, without versions. */
export function dependsOf(control: string): ReadonlySet<string> {
  const line = /^Depends: (.*)$/m.exec(control)?.[1] ?? '';
  return new Set(line.split(/[,|]/).map((part) => part.replace(/\(.*\)/, '').trim()));
}

async function librariesOf(file: string): Promise<readonly string[]> {
  const dynamic = await runTool({ command: 'readelf', args: ['--dynamic', file], debianPackage: 'binutils' });
  return [...dynamic.matchAll(/\(NEEDED\).*\[(.+)\]/g)].map((match) => match[1] ?? '');
}

async function ownersOf(library: string): Promise<readonly string[]> {
  const found = await runTool({
    command: 'dpkg-query',
    args: ['--search', `*/${library}`],
    debianPackage: 'dpkg',
  }).catch(() => '');
  return [...new Set(found.split('\n').map((line) => line.split(':')[0] ?? ''))].filter(
    (name) => name !== '',
  );
}
