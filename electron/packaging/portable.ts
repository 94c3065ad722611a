import { rename } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { settleTree } from './package-tree.ts';
import { runTool } from './run-tool.ts';

/** Makes an archive that runs from any folder; the same files give the same bytes. `program` is renamed. */
export async function buildPortable(program: string, archive: string, epochSeconds: number): Promise<void> {
  const named = join(dirname(program), basename(archive).replace(/\.tar\.gz$/, ''));
  await rename(program, named);
  await settleTree(named, epochSeconds);
  await runTool({
    command: 'tar',
    args: [
      '--create',
      '--sort=name',
      '--owner=0',
      '--group=0',
      '--numeric-owner',
      // gzip would write the date of the archive itself.
      '--use-compress-program=gzip --no-name -9',
      `--file=${archive}`,
      `--directory=${dirname(named)}`,
      basename(named),
    ],
    debianPackage: 'tar gzip',
  });
  await rename(named, program);
}
