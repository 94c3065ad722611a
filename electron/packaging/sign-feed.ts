import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import {
  type Feed,
  type FeedPackage,
  feedSchema,
  type PackageKind,
  PRODUCT,
} from '../../core/update/feed.ts';

/** Both halves of a release key, as they are kept: the public one goes into the build, the private one stays with who releases. */
export function makeReleaseKey(): { readonly publicKey: string; readonly privatePem: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return {
    publicKey: publicKey.export({ format: 'der', type: 'spki' }).toString('base64'),
    privatePem: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
  };
}

/** The text of a feed's file. What is signed is the feed's text, byte for byte. */
export function signFeed(feed: Feed, privateKey: KeyObject): string {
  const text = JSON.stringify(feed);
  const signature = sign(null, Buffer.from(text), privateKey).toString('base64');
  return `${JSON.stringify({ feed: text, signature }, null, 2)}\n`;
}

/** By a package's name, in which neither a longer version nor a trial passes for this one. */
export function isOfVersion(name: string, version: string): boolean {
  const written = version.replace(/[.+]/g, '\\$&');
  return new RegExp(`[-_]${written}(?:[-_]|\\.(?!\\d))`).test(name);
}

/** @throws ZodError for a version or a file's name that no feed may have */
export async function feedOf(version: string, files: readonly string[], arch: string): Promise<Feed> {
  const packages = await Promise.all(files.map((file) => describe(file, arch)));
  return feedSchema.parse({ product: PRODUCT, version, packages });
}

async function describe(file: string, arch: string): Promise<Omit<FeedPackage, 'arch'> & { arch: string }> {
  const content = await readFile(file);
  return {
    platform: 'linux',
    arch,
    kind: kindOf(file),
    name: basename(file),
    bytes: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
  };
}

function kindOf(file: string): PackageKind {
  if (file.endsWith('.deb')) return 'deb';
  return file.endsWith('.rpm') ? 'rpm' : 'archive';
}
