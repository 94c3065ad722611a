import { describe, expect, it } from 'vitest';
import { smallPlaybook } from '../../core/playbook/small-playbook.fixture.ts';
import { recordVersions, versionFault } from './playbook-versions.ts';

const { list } = recordVersions('', [smallPlaybook]);
const reworded = {
  ...smallPlaybook,
  facts: smallPlaybook.facts.map((fact) => ({ ...fact, statement: { en: 'Another fact.' } })),
};

describe('recordVersions', () => {
  it('records a version once, with a digest of all of it', () => {
    expect(list).toMatch(/^dahua-dmss 1 [0-9a-f]{64}\n$/);
    expect(recordVersions(list, [smallPlaybook])).toEqual({ list, changed: [] });
  });

  it('names a version that a shared fact or step has changed, and leaves its line as it was', () => {
    expect(recordVersions(list, [reworded])).toEqual({ list, changed: [reworded] });
    expect(versionFault(reworded)).toContain('Give it version 2.');
  });

  it('takes the next version beside the former one', () => {
    const next = recordVersions(list, [{ ...reworded, version: 2 }]);
    expect(next.changed).toEqual([]);
    expect(next.list.split('\n').map((line) => line.slice(0, 12))).toEqual([
      'dahua-dmss 1',
      'dahua-dmss 2',
      '',
    ]);
  });
});
