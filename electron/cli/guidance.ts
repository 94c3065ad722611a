import { writeFile } from 'node:fs/promises';
import { factFiles, partFiles, playbookFiles } from '../../assets/playbooks/index.ts';
import { guidanceDocument } from '../../core/playbook/guidance.ts';
import { readLibrary, readPlaybook } from '../../core/playbook/read.ts';

/** Writes what the app's playbooks claim into `docs/guidance.md`. They are known to be sound. */
export async function writeGuidance(): Promise<void> {
  const library = readLibrary(partFiles, factFiles);
  const playbooks = playbookFiles.flatMap((file) => {
    const reading = readPlaybook(file, library);
    return reading.ok ? [reading.playbook] : [];
  });
  await writeFile(new URL('../../docs/guidance.md', import.meta.url), guidanceDocument(playbooks));
}
