import { createPublicKey, verify } from 'node:crypto';
import {
  compareVersions,
  type Feed,
  type FeedPackage,
  feedSchema,
  type PackageKind,
  PRODUCT,
  signedFeedSchema,
} from '../../../core/update/feed.ts';
import { Refused } from './refused.ts';

/** What a feed is held against. */
export interface ThisProgram {
  /** The release key: ed25519, SPKI in base64. */
  readonly publicKey: string;
  readonly version: string;
  readonly platform: string;
  readonly arch: string;
  readonly kind: PackageKind;
}

/**
 * The package to take, or null where this version is the feed's own. The signature is looked at before anything that it covers.
 *
 * @throws Refused with the reason
 */
export function packageIn(
  bytes: Uint8Array,
  program: ThisProgram,
): { readonly version: string; readonly file: FeedPackage } | null {
  const feed = readFeed(bytes, program.publicKey);
  if (feed.product !== PRODUCT) throw new Refused('foreignProduct');
  const difference = compareVersions(feed.version, program.version);
  if (difference === 0) return null;
  if (difference < 0) throw new Refused('older', feed.version);
  const file = feed.packages.find(
    ({ platform, arch, kind }) =>
      platform === program.platform && arch === program.arch && kind === program.kind,
  );
  if (file === undefined) throw new Refused('noPackage', feed.version);
  return { version: feed.version, file };
}

function readFeed(bytes: Uint8Array, publicKey: string): Feed {
  const signed = signedFeedSchema.safeParse(parsed(new TextDecoder().decode(bytes)));
  if (!signed.success) throw new Refused('notAFeed');
  const { feed, signature } = signed.data;
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  const isOurs =
    key.asymmetricKeyType === 'ed25519' &&
    verify(null, Buffer.from(feed), key, Buffer.from(signature, 'base64'));
  if (!isOurs) throw new Refused('wrongSignature');
  const read = feedSchema.safeParse(parsed(feed));
  if (!read.success) throw new Refused('notAFeed');
  return read.data;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
