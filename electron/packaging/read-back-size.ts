import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createZstdCompress, constants as zlib } from 'node:zlib';
import { PROGRAM, TRIAL_NODE } from './package-places.ts';

/** Without the trial's own Node, which no release has. */
const MAX_BYTES = 95_000_000;
/** As dpkg-deb is asked for. */
const LEVEL = 9;

/**
 * Whether a package has grown larger than people wait for: what is wrong with its size, in words.
 *
 * @param packageBytes of the package file
 * @param root its files, unpacked
 */
export async function faultsOfSize(packageBytes: number, root: string): Promise<readonly string[]> {
  const trialNode = join(root, PROGRAM, 'resources', TRIAL_NODE);
  const own = packageBytes - (existsSync(trialNode) ? await compressedSize(trialNode) : 0);
  return own <= MAX_BYTES
    ? []
    : [`size: ${megabytes(own)} without the trial's Node; at most ${megabytes(MAX_BYTES)} are meant`];
}

async function compressedSize(file: string): Promise<number> {
  const compress = createZstdCompress({ params: { [zlib.ZSTD_c_compressionLevel]: LEVEL } });
  let bytes = 0;
  for await (const chunk of createReadStream(file).pipe(compress)) bytes += chunk.length;
  return bytes;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
