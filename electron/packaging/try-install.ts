import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trialDeb } from '../runtime/packaged-runtime.ts';
import { repositoryFolder } from '../runtime/places.ts';
import { runCaptured, runShown } from '../runtime/run.ts';
import { runEntry, SetupError } from '../runtime/setup-error.ts';
import { ensureSystemPackages, REQUIREMENTS } from '../runtime/system-packages.ts';
import { startVirtualDisplay } from '../runtime/virtual-display.ts';
import { runTool } from './run-tool.ts';

/**
 * `npm run package:install`: installs the trial .deb in a copy of this system that nobody else sees and that is gone
 * afterwards, upgrades it under a running desk, has an older one refused, and removes it. Needs root for that copy, so where
 * it may not, it says so and is content.
 */
await runEntry(async () => {
  // For `pgrep`.
  await ensureSystemPackages([...REQUIREMENTS, ['procps']]);
  const deb = await trialDeb();
  if (deb === null)
    throw new SetupError('There is no package. Please run `npm run package -- --trial --only deb`.');
  const folder = await mkdtemp(join(tmpdir(), 'resetdesk-install-'));
  const display = await startVirtualDisplay();
  try {
    if (!(await canCopySystem(folder))) {
      console.log(
        'Not tried: a copy of this system can only be made as root, on Debian or Ubuntu, with overlayfs.',
      );
      return 0;
    }
    const newer = await packAgain(deb, folder, 'newer', '99.0.0');
    const older = await packAgain(deb, folder, 'older', '0.0.1');
    const script = join(repositoryFolder, 'electron', 'packaging', 'try-install.sh');
    return await runShown('unshare', [
      ...['--mount', '--pid', '--fork', '--kill-child', 'bash', script],
      ...[join(folder, 'copy'), display.name, deb, newer, older],
    ]);
  } finally {
    await display.stop();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

async function canCopySystem(folder: string): Promise<boolean> {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const places = ['copy', 'upper', 'work'].map((name) => join(folder, name));
  for (const place of places) await mkdir(place);
  // Everything that is written goes into the folder.
  const layers = `lowerdir=/,upperdir=${folder}/upper,workdir=${folder}/work`;
  const attempt = `command -v apt-get && mount -t overlay overlay -o ${layers} ${folder}/copy`;
  return (await runCaptured('unshare', ['--mount', 'sh', '-c', attempt])).exitCode === 0;
}

/** The same files as another version, quickly packed. */
async function packAgain(deb: string, folder: string, name: string, version: string): Promise<string> {
  const root = join(folder, name);
  const file = `${root}.deb`;
  const run = (args: readonly string[]) => runTool({ command: 'dpkg-deb', args, debianPackage: 'dpkg' });
  await run(['--raw-extract', deb, root]);
  await runTool({
    command: 'sed',
    args: ['-i', `s/^Version: .*/Version: ${version}/`, join(root, 'DEBIAN', 'control')],
    debianPackage: 'sed',
  });
  await run(['--root-owner-group', '-Znone', '--build', root, file]);
  await rm(root, { recursive: true });
  return file;
}
