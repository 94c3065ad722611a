import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';

/** The library of CycloneDX carries the schemas of the format. */
const schemas = join(
  dirname(createRequire(import.meta.url).resolve('@cyclonedx/cyclonedx-library/package.json')),
  'res',
  'schema',
);

/** Where a list of parts is not what CycloneDX 1.6 allows. */
export function faultsOfSbom(list: unknown): readonly string[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  // They name each other by their files.
  for (const name of ['spdx', 'jsf-0.82'])
    ajv.addSchema(schema(name), `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json`);
  addFormats(ajv);
  // Of a draft that the library of formats does not have; the addresses in our lists are plain.
  ajv.addFormat('iri-reference', true).addFormat('idn-email', true);
  const isValid = ajv.compile(schema('bom-1.6'));
  if (isValid(list)) return [];
  return (isValid.errors ?? []).map(
    ({ instancePath, message }) => `parts: ${instancePath || '/'} ${message}`,
  );
}

function schema(name: string): Record<string, unknown> {
  return JSON.parse(readFileSync(join(schemas, `${name}.SNAPSHOT.schema.json`), 'utf8'));
}
