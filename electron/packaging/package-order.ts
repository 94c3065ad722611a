import { parseArgs } from 'node:util';

/** What electron-builder orders from the packager `fpm`; see {@link readPackageOrder}. */
export interface PackageOrder {
  readonly kind: 'deb' | 'rpm';
  readonly file: string;
  readonly name: string;
  /** With `~` before what a release is newer than. */
  readonly version: string;
  readonly architecture: string;
  readonly maintainer: string;
  readonly homepage: string;
  readonly license: string;
  readonly summary: string;
  /** Lines of whole sentences. */
  readonly description: readonly string[];
  readonly depends: readonly string[];
  readonly recommends: readonly string[];
  readonly section: string;
  /** Shell scripts, run after files were laid out and after they were removed. */
  readonly afterInstall: string;
  readonly afterRemove: string;
  readonly contents: readonly { readonly from: string; readonly to: string }[];
}

/** electron-builder says it in Debian's words for both; fpm translates. */
const ARCHITECTURES: Readonly<Record<PackageOrder['kind'], Readonly<Record<string, string>>>> = {
  deb: {},
  rpm: { amd64: 'x86_64', arm64: 'aarch64' },
};

const OPTIONS = {
  force: { type: 'boolean' },
  log: { type: 'string' },
  'input-type': { type: 'string', short: 's' },
  'output-type': { type: 'string', short: 't' },
  package: { type: 'string' },
  name: { type: 'string' },
  version: { type: 'string' },
  architecture: { type: 'string' },
  maintainer: { type: 'string' },
  vendor: { type: 'string' },
  url: { type: 'string' },
  license: { type: 'string' },
  description: { type: 'string' },
  depends: { type: 'string', short: 'd', multiple: true },
  'deb-recommends': { type: 'string', multiple: true },
  category: { type: 'string' },
  'after-install': { type: 'string' },
  'after-remove': { type: 'string' },
  // Taken and not used: there is one compression, and the rest says the same for every package.
  'deb-compression': { type: 'string' },
  'deb-priority': { type: 'string' },
  'rpm-compression': { type: 'string' },
  'rpm-os': { type: 'string' },
  'rpm-summary': { type: 'string' },
} as const;

/**
 * Reads the command line that electron-builder gives to `fpm`.
 *
 * @throws Error for an option that is not known here (a later electron-builder), or one that is missing
 */
export function readPackageOrder(args: readonly string[]): PackageOrder {
  const { values, positionals } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  const required = (name: Exclude<keyof typeof OPTIONS, 'force' | 'depends' | 'deb-recommends'>): string => {
    const value = values[name];
    if (value === undefined) throw new Error(`electron-builder gave no --${name}.`);
    return value;
  };
  const kind = required('output-type');
  if (kind !== 'deb' && kind !== 'rpm') throw new Error(`Packages of the kind ${kind} are not made here.`);
  return {
    kind,
    file: required('package'),
    name: required('name'),
    version: required('version'),
    architecture: ARCHITECTURES[kind][required('architecture')] ?? required('architecture'),
    maintainer: required('maintainer'),
    homepage: required('url'),
    license: required('license'),
    ...descriptionOf(required('description'), values['rpm-summary']),
    depends: values.depends ?? [],
    recommends: values['deb-recommends'] ?? [],
    section: required('category'),
    afterInstall: required('after-install'),
    afterRemove: required('after-remove'),
    contents: positionals.map(readMapping),
  };
}

/** In a Debian package's description the first line is the summary. */
function descriptionOf(text: string, summary?: string): Pick<PackageOrder, 'summary' | 'description'> {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.trim());
  if (summary !== undefined) return { summary, description: lines };
  const [first = '', ...description] = lines;
  return { summary: first, description };
}

function readMapping(mapping: string): { from: string; to: string } {
  const [from, to, ...rest] = mapping.split('=');
  if (!from || !to || rest.length > 0) throw new Error(`Not a file and its place: ${mapping}`);
  return { from, to };
}
