import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { repositoryFolder } from '../runtime/places.ts';
import { isAllowed, SHIPPED_LICENCES, TOOL_LICENCES } from './licences.ts';

const lockfile = z
  .object({
    packages: z.record(
      z.string(),
      z.object({ license: z.string().optional(), dev: z.boolean().optional(), version: z.string() }),
    ),
  })
  .parse(JSON.parse(readFileSync(join(repositoryFolder, 'package-lock.json'), 'utf8')));

const packages = Object.entries(lockfile.packages).filter(([folder]) => folder !== '');

describe('the licences of what we use', () => {
  it('lets nothing into the product that may not be shipped', () => {
    const wrong = packages
      .filter(([, { dev }]) => dev !== true)
      .filter(([, { license = 'none' }]) => !isAllowed(license, SHIPPED_LICENCES));
    expect(wrong).toEqual([]);
  });

  it('lets no tool in whose licence nobody looked at', () => {
    const wrong = packages.filter(([, { license = 'none' }]) => !isAllowed(license, TOOL_LICENCES));
    expect(wrong).toEqual([]);
  });

  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT AND GPL-3.0-only', false],
    ['Apache-2.0 AND MIT', true],
    ['AGPL-3.0-only', false],
    ['', false],
  ])('judges %s', (expression, allowed) => {
    expect(isAllowed(expression, SHIPPED_LICENCES)).toBe(allowed);
  });
});
