import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { isAllowed, SHIPPED_LICENCES } from './licences.ts';
import { NOTICES_FILE, SBOM_FILE } from './package-places.ts';
import { faultsOfSbom } from './sbom-schema.ts';

const sbomSchema = z.object({
  components: z.array(
    z.object({
      name: z.string(),
      version: z.string().optional(),
      licenses: z.array(z.object({ expression: z.string() })).length(1),
    }),
  ),
});

/** The runtime brings these itself. */
const RUNTIME_NOTICES = ['LICENSE.electron.txt', 'LICENSES.chromium.html'];

/** Whatever else is taken in, a package without one of these has lost its list. */
const ALWAYS_THERE = [
  'electron',
  'better-sqlite3-multiple-ciphers',
  'SQLite',
  'react',
  'zxing-wasm',
  'pdfjs-dist',
];

/** The notices, and the list of parts: there, true to each other, and free to ship. */
export async function faultsOfPaperwork(program: string): Promise<readonly string[]> {
  const missing = RUNTIME_NOTICES.filter((name) => !existsSync(join(program, name)));
  const faults = missing.map((name) => `notices: ${name} is missing`);
  const notices = await readFile(join(program, 'resources', NOTICES_FILE), 'utf8').catch(() => null);
  const list = await readFile(join(program, 'resources', SBOM_FILE), 'utf8').catch(() => null);
  if (notices === null) faults.push(`notices: ${NOTICES_FILE} is missing`);
  if (list === null) return [...faults, `parts: ${SBOM_FILE} is missing`];
  const parsed: unknown = JSON.parse(list);
  const { components } = sbomSchema.parse(parsed);
  const names = new Set(components.map(({ name }) => name));
  return [
    ...faults,
    ...faultsOfSbom(parsed),
    ...ALWAYS_THERE.filter((name) => !names.has(name)).map((name) => `parts: ${name} is not listed`),
    ...components.flatMap((component) => faultsOfPart(component, notices ?? '')),
  ];
}

function faultsOfPart(
  { name, version, licenses }: z.infer<typeof sbomSchema>['components'][number],
  notices: string,
): readonly string[] {
  const expression = licenses[0]?.expression ?? 'none';
  const title = version === undefined ? name : `${name} ${version}`;
  const faults = isAllowed(expression, SHIPPED_LICENCES) ? [] : [`licences: ${title} is under ${expression}`];
  // Electron's are beside the program.
  if (name !== 'electron' && !notices.includes(`\n${title}\n`))
    faults.push(`notices: nothing about ${title}`);
  return faults;
}
