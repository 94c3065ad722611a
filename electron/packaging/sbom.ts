import { Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import type { ShippedPart } from './shipped-parts.ts';

export interface SbomSubject {
  readonly version: string;
  /** Seconds since 1970. */
  readonly date: number;
  readonly electronVersion: string;
  readonly parts: readonly ShippedPart[];
}

/** The list of everything in the package, in the format CycloneDX 1.6: for whoever has to look up known faults. */
export function sbomText({ version, date, electronVersion, parts }: SbomSubject): string {
  const product = new Models.Component(Enums.ComponentType.Application, 'ResetDesk', {
    bomRef: `resetdesk@${version}`,
    version,
  });
  const bom = new Models.Bom({
    metadata: new Models.Metadata({ component: product, timestamp: new Date(date * 1000) }),
  });
  const components = [electron(electronVersion), ...parts.map(componentOf)];
  for (const component of components) {
    bom.components.add(component);
    product.dependencies.add(component.bomRef);
  }
  const normalizers = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
  return `${new Serialize.JsonSerializer(normalizers).serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function electron(version: string): Models.Component {
  return componentOf({
    name: 'electron',
    version,
    licence: 'MIT',
    purl: `pkg:npm/electron@${version}`,
    sha512: null,
    texts: [],
  });
}

function componentOf({ name, version, licence, purl, sha512 }: ShippedPart): Models.Component {
  const component = new Models.Component(Enums.ComponentType.Library, name, {
    bomRef: purl ?? (version === null ? name : `${name}@${version}`),
    ...(version === null ? {} : { version }),
    ...(purl === null ? {} : { purl }),
  });
  component.licenses.add(new Models.LicenseExpression(licence));
  if (sha512 !== null) component.hashes.set(Enums.HashAlgorithm['SHA-512'], sha512);
  return component;
}
