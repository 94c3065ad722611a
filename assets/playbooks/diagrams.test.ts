import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readLibrary, readPlaybook } from '../../core/playbook/read.ts';
import { playbookPages } from '../../electron/cli/playbook-pages.ts';
import { factFiles, partFiles, playbookFiles } from './index.ts';

const folder = join(import.meta.dirname, '..', '..', 'docs', 'playbooks');

it('the diagrams and their table are those of the playbooks as they are now (npm run playbooks)', () => {
  const library = readLibrary(partFiles, factFiles);
  const playbooks = playbookFiles.flatMap((file) => {
    const reading = readPlaybook(file, library);
    return reading.ok ? [reading.playbook] : [];
  });
  const pages = playbookPages(playbooks);
  expect(readdirSync(folder).sort()).toEqual(pages.map(({ name }) => name).sort());
  const stale = pages.filter(({ name, content }) => readFileSync(join(folder, name), 'utf8') !== content);
  expect(stale.map(({ name }) => name)).toEqual([]);
});
