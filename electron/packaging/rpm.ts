import { copyFile, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PackageOrder } from './package-order.ts';
import { layOutPackage, listTree, settleTree } from './package-tree.ts';
import { runTool } from './run-tool.ts';

/** Folders that every system has, so no package owns them. */
const SHARED =
  /^(?:opt|usr(?:\/share(?:\/(?:applications|doc|icons(?:\/hicolor(?:\/[^/]+(?:\/apps)?)?)?))?)?)\/$/;

/** Makes an RPM package; the same order gives the same bytes. `folder` is empty and may be filled. */
export async function buildRpm(order: PackageOrder, folder: string, epochSeconds: number): Promise<void> {
  const root = join(folder, 'root');
  await mkdir(root);
  await layOutPackage(order, root);
  await settleTree(root, epochSeconds);
  const spec = join(folder, 'package.spec');
  await writeFile(spec, await specOf(order, await listTree(root)));
  await runTool({
    command: 'rpmbuild',
    args: [
      '-bb',
      '--quiet',
      `--buildroot=${root}.build`,
      `--target=${order.architecture}-linux`,
      ...defines({
        _topdir: join(folder, 'work'),
        _rpmdir: join(folder, 'rpms'),
        _laid_out: root,
        _buildhost: 'resetdesk',
        _binary_payload: 'w9.zstdio',
        _build_id_links: 'none',
        use_source_date_epoch_as_buildtime: '1',
        clamp_mtime_to_source_date_epoch: '1',
        // Nothing is stripped, compressed or looked at: the files ship as they were tested.
        __os_install_post: '%{nil}',
        debug_package: '%{nil}',
      }),
      spec,
    ],
    debianPackage: 'rpm',
    env: { SOURCE_DATE_EPOCH: String(epochSeconds) },
  });
  const built = (await readdir(join(folder, 'rpms'), { recursive: true })).find((name) =>
    name.endsWith('.rpm'),
  );
  if (built === undefined) throw new Error('rpmbuild made no package.');
  await copyFile(join(folder, 'rpms', built), order.file);
}

function defines(macros: Readonly<Record<string, string>>): string[] {
  return Object.entries(macros).flatMap(([name, value]) => ['--define', `${name} ${value}`]);
}

async function specOf(order: PackageOrder, paths: readonly string[]): Promise<string> {
  const owned = paths.filter((path) => !SHARED.test(path));
  return `Name: ${order.name}
Version: ${order.version}
Release: 1
Summary: ${order.summary}
License: ${order.license}
URL: ${order.homepage}
Packager: ${order.maintainer}
AutoReqProv: no
${order.depends.map((name) => `Requires: ${name}\n`).join('')}
%description
${order.description.join('\n')}

%install
mkdir -p %{buildroot}
cp -a %{_laid_out}/. %{buildroot}/

%post
${await readFile(order.afterInstall, 'utf8')}

%postun
# An upgrade has laid out the new files already.
if [ "$1" -eq 0 ]; then
${await readFile(order.afterRemove, 'utf8')}
fi

%files
%defattr(-,root,root,-)
${owned.map((path) => (path.endsWith('/') ? `%dir "/${path.slice(0, -1)}"\n` : `"/${path}"\n`)).join('')}`;
}
