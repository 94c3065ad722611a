import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { readLibrary, readPlaybook } from '../../core/playbook/read.ts';
import { playbookSchema } from '../../core/playbook/schema.ts';
import { recordVersions, versionFault } from '../../electron/cli/playbook-versions.ts';
import { factFiles, olderPlaybookFiles, partFiles, playbookFiles } from './index.ts';

const recorded = readFileSync(new URL('versions.txt', import.meta.url), 'utf8');

it('a version that tickets may be on is never changed, not by a shared step or fact either (npm run playbooks)', () => {
  const library = readLibrary(partFiles, factFiles);
  const current = playbookFiles.flatMap((file) => {
    const reading = readPlaybook(file, library);
    return reading.ok ? [reading.playbook] : [];
  });
  const older = olderPlaybookFiles.map((file) => playbookSchema.parse(file));
  const { list, changed } = recordVersions(recorded, [...older, ...current]);
  expect(changed.map(versionFault)).toEqual([]);
  expect(list).toBe(recorded);
});
