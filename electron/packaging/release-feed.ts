import { createPrivateKey } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { FEED_FILE } from '../../core/update/feed.ts';
import { repositoryFolder } from '../runtime/places.ts';
import { runEntry, SetupError } from '../runtime/setup-error.ts';
import { feedOf, isOfVersion, makeReleaseKey, signFeed } from './sign-feed.ts';

const USAGE = `npm run release-feed -- --make-key FILE           makes a release key; FILE gets the private half
npm run release-feed -- --key FILE [--folder F]   signs a feed of the packages in a folder (dist/release), beside them`;

const PACKAGE = /\.(?:deb|rpm|tar\.(?:gz|xz|zst))$/;

/** `npm run release-feed`: makes and signs what installed programs read of later versions. */
await runEntry(async () => {
  const { values } = parseArgs({
    options: { 'make-key': { type: 'string' }, key: { type: 'string' }, folder: { type: 'string' } },
  });
  if (values['make-key'] !== undefined) return await makeKey(values['make-key']);
  if (values.key === undefined) throw new SetupError(USAGE);
  return await makeFeed(values.key, values.folder ?? join(repositoryFolder, 'dist', 'release'));
});

async function makeKey(file: string): Promise<number> {
  const { publicKey, privatePem } = makeReleaseKey();
  // Never over another key: what was signed with that one could not be followed by anything.
  await writeFile(file, privatePem, { mode: 0o600, flag: 'wx' });
  console.log(
    `The private half is in ${file}: keep it off this computer. Build releases with the public half:`,
  );
  console.log(`RESETDESK_RELEASE_KEY=${publicKey}`);
  return 0;
}

async function makeFeed(keyFile: string, folder: string): Promise<number> {
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => PACKAGE.test(name)) : [];
  if (files.length === 0)
    throw new SetupError(`There is no package in ${folder}. Run \`npm run package\` first.`);
  const version = String(JSON.parse(await readFile(join(repositoryFolder, 'package.json'), 'utf8')).version);
  // A desk would take it for the version that the feed names.
  const foreign = files.filter((name) => !isOfVersion(name, version));
  if (foreign.length > 0)
    throw new SetupError(`Remove from ${folder} what is not version ${version}: ${foreign.join(', ')}`);
  const paths = files.toSorted().map((name) => join(folder, name));
  const feed = await feedOf(version, paths, process.arch);
  const target = join(folder, FEED_FILE);
  await writeFile(target, signFeed(feed, createPrivateKey(await readFile(keyFile))));
  console.log(`${target}: version ${feed.version}, ${feed.packages.map(({ name }) => name).join(', ')}`);
  return 0;
}
