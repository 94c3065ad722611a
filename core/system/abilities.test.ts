import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { ABILITIES, SYSTEM_ABILITIES, SYSTEMS, systemOf } from './abilities.ts';

const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');

/** As the settings show it. */
const texts = z.record(z.string(), z.string());
const { abilities, extents, names, known } = z
  .object({ system: z.object({ abilities: texts, extents: texts, names: texts, known: texts }) })
  .parse(JSON.parse(read('assets/locales/en/settings.json'))).system;

/** As the guide shows it: a row for each ability, a column for each system. */
function guideRow(ability: (typeof ABILITIES)[number]): string {
  const cells = SYSTEMS.map((system) => {
    const fact = SYSTEM_ABILITIES[ability][system];
    return `${extents[fact.extent]}, ${known[fact.known]}`;
  });
  return `| ${[abilities[ability], ...cells].join(' | ')} |`;
}

describe('what each system can do', () => {
  const guide = read('docs/guide.md');
  const readme = read('README.md');

  it('stands in the guide as it stands in the table', () => {
    const rows = [`| | ${SYSTEMS.map((system) => names[system]).join(' | ')} |`, ...ABILITIES.map(guideRow)];
    const missing = rows.filter((row) => !guide.includes(row));
    expect(missing).toEqual([]);
  });

  it('says of nothing that it was tried that no story tries', () => {
    const stories = ABILITIES.flatMap((ability) =>
      SYSTEMS.flatMap((system) => SYSTEM_ABILITIES[ability][system].story ?? []),
    );
    const isThere = (story: string) => existsSync(new URL(`../../e2e/${story}.spec.ts`, import.meta.url));
    expect(stories.filter((story) => !isThere(story))).toEqual([]);
  });

  it('is where the README sends its readers, who learn there of every no', () => {
    expect(readme).toContain('docs/guide.md#what-works-on-which-system');
    expect(guide).toContain('## What works on which system');
  });
});

it('knows a system by its platform', () => {
  expect(systemOf('win32', false)).toBe('windows');
  expect(systemOf('darwin', false)).toBe('macos');
  expect(systemOf('linux', false)).toBe('x11');
  expect(systemOf('linux', true)).toBe('wayland');
});
