import { writeFile } from 'node:fs/promises';
import { factFiles, partFiles, playbookFiles } from '../../assets/playbooks/index.ts';
import { guidanceDocument } from '../../core/playbook/guidance.ts';
import { readLibrary, readPlaybook } from '../../core/playbook/read.ts';
import type { Playbook } from '../../core/playbook/schema.ts';

/** Writes what the app's playbooks claim into `docs/guidance.md`. They are known to be sound. */
export async function writeGuidance(): Promise<void> {
  await writeFile(new URL('../../docs/guidance.md', import.meta.url), guidanceDocument(appPlaybooks()));
}

/** In the order in which the app has them. */
export function appPlaybooks(): readonly Playbook[] {
  const library = readLibrary(partFiles, factFiles);
  return playbookFiles.flatMap((file) => {
    const reading = readPlaybook(file, library);
    return reading.ok ? [reading.playbook] : [];
  });
}
