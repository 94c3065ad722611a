import { writeFile } from 'node:fs/promises';
import { factFiles, partFiles, playbookFiles } from '../../assets/playbooks/index.ts';
import { guidanceDocument } from '../../core/playbook/guidance.ts';
import { readLibrary, readPlaybook } from '../../core/playbook/read.ts';

/** `npm run playbooks`: says what is wrong with the playbooks, or writes what they claim into `docs/guidance.md`. */
const library = readLibrary(partFiles, factFiles);
const readings = playbookFiles.map((file) => readPlaybook(file, library));
const faults = readings.flatMap((reading) => (reading.ok ? [] : reading.faults));
if (faults.length > 0) {
  process.stderr.write(`${faults.join('\n')}\n`);
  process.exitCode = 1;
} else {
  const playbooks = readings.flatMap((reading) => (reading.ok ? [reading.playbook] : []));
  await writeFile(new URL('../../docs/guidance.md', import.meta.url), guidanceDocument(playbooks));
}
