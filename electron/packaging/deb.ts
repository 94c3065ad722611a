import { createHash } from 'node:crypto';
import { chmod, copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackageOrder } from './package-order.ts';
import { layOutPackage, listTree, settleTree } from './package-tree.ts';
import { runTool } from './run-tool.ts';

/** Makes a Debian package; the same order gives the same bytes. `folder` is empty and may be filled. */
export async function buildDeb(order: PackageOrder, folder: string, epochSeconds: number): Promise<void> {
  await layOutPackage(order, folder);
  const bytes = await settleTree(folder, epochSeconds);
  const control = join(folder, 'DEBIAN');
  const files = (await listTree(folder)).filter((path) => !path.endsWith('/'));
  await mkdir(control);
  await writeFile(join(control, 'control'), controlOf(order, bytes));
  await writeFile(join(control, 'md5sums'), await checksumsOf(folder, files));
  await addScript(order.afterInstall, join(control, 'postinst'));
  await addScript(order.afterRemove, join(control, 'postrm'));
  await settleTree(control, epochSeconds);
  await runTool({
    command: 'dpkg-deb',
    // Higher levels, and xz, take minutes for a few percent.
    args: ['--root-owner-group', '-Zzstd', '-z9', '--build', folder, order.file],
    debianPackage: 'dpkg',
    env: { SOURCE_DATE_EPOCH: String(epochSeconds) },
  });
}

/** The control file of Debian's policy, chapter 5. */
export function controlOf(order: PackageOrder, bytes: number): string {
  const fields: readonly (readonly [string, string])[] = [
    ['Package', order.name],
    ['Version', order.version],
    ['Architecture', order.architecture],
    ['Maintainer', order.maintainer],
    ['Installed-Size', String(Math.ceil(bytes / 1024))],
    ['Depends', order.depends.join(', ')],
    ['Recommends', order.recommends.join(', ')],
    ['Section', order.section],
    ['Priority', 'optional'],
    ['Homepage', order.homepage],
    ['Description', [order.summary, ...order.description.map((line) => ` ${line}`)].join('\n')],
  ];
  return fields.map(([name, value]) => (value === '' ? '' : `${name}: ${value}\n`)).join('');
}

async function checksumsOf(folder: string, files: readonly string[]): Promise<string> {
  const lines: string[] = [];
  for (const file of files) {
    // The format's own hash, against damage on the disk; who signs a package signs more.
    const sum = createHash('md5').update(await readFile(join(folder, file)));
    lines.push(`${sum.digest('hex')}  ${file}\n`);
  }
  return lines.join('');
}

async function addScript(source: string, target: string): Promise<void> {
  await copyFile(source, target);
  await chmod(target, 0o755);
}
