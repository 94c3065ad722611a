import * as z from 'zod';

/** The name of a feed's file, at the place that an administrator named. */
export const FEED_FILE = 'resetdesk-feed.json';

/** What a feed is for; another program's feed, signed with the same key, is none of ours. */
export const PRODUCT = 'app.resetdesk.console';

export const packageKindSchema = z.enum(['deb', 'rpm', 'archive']);
export type PackageKind = z.infer<typeof packageKindSchema>;

/** A file name, and nothing that leads elsewhere. */
const fileNameSchema = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._+~-]{0,119}$/);
const versionSchema = z.string().regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/);

const MOST_BYTES = 1_000_000_000;

export const feedPackageSchema = z.strictObject({
  /** As Node names them. */
  platform: z.enum(['linux', 'win32', 'darwin']),
  arch: z.enum(['x64', 'arm64']),
  kind: packageKindSchema,
  name: fileNameSchema,
  bytes: z.int().positive().max(MOST_BYTES),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});
export type FeedPackage = z.infer<typeof feedPackageSchema>;

export const feedSchema = z.strictObject({
  product: z.string(),
  version: versionSchema,
  packages: z.array(feedPackageSchema).min(1).max(20),
});
export type Feed = z.infer<typeof feedSchema>;

/** The feed as text, byte for byte as it was signed, and the ed25519 signature over it in base64. */
export const signedFeedSchema = z.strictObject({ feed: z.string(), signature: z.base64() });

/** Negative: `one` is older than `other`; 0: they are the same. */
export function compareVersions(one: string, other: string): number {
  const [left, right] = [one, other].map((version) => version.split('.').map(Number));
  const differences = [0, 1, 2].map((part) => (left?.[part] ?? 0) - (right?.[part] ?? 0));
  return differences.find((difference) => difference !== 0) ?? 0;
}
