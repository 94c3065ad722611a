import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { trialDeb } from '../runtime/packaged-runtime.ts';
import { repositoryFolder } from '../runtime/places.ts';
import { runEntry, SetupError } from '../runtime/setup-error.ts';
import { ensureSystemPackages } from '../runtime/system-packages.ts';
import { faultsOfPackage } from './read-back.ts';
import { faultsOfDepends } from './read-back-depends.ts';
import { faultsOfSize } from './read-back-size.ts';
import { runTool } from './run-tool.ts';

/** `npm run package:check`: reads the trial .deb back and says what is not as it is meant to be. */
await runEntry(async () => {
  // For `readelf`.
  await ensureSystemPackages([['binutils']]);
  const deb = await trialDeb();
  if (deb === null)
    throw new SetupError('There is no package. Please run `npm run package -- --trial --only deb`.');
  const root = await mkdtemp(join(tmpdir(), 'resetdesk-package-'));
  try {
    await runTool({ command: 'dpkg-deb', args: ['--raw-extract', deb, root], debianPackage: 'dpkg' });
    const control = await readFile(join(root, 'DEBIAN', 'control'), 'utf8');
    const faults = [
      ...(await faultsOfPackage(root, repositoryFolder)),
      ...(await faultsOfDepends(root, control)),
      ...(await faultsOfSize((await stat(deb)).size, root)),
    ];
    console.log(faults.length === 0 ? `${deb} is as it is meant to be.` : faults.join('\n'));
    return faults.length === 0 ? 0 : 1;
  } finally {
    await rm(root, { recursive: true, force: true });
  }
});
