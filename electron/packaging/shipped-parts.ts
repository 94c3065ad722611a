import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import * as z from 'zod';
import { repositoryFolder } from '../runtime/places.ts';
import { SetupError } from '../runtime/setup-error.ts';

/** Somebody else's work in our package. */
export interface ShippedPart {
  readonly name: string;
  /** Null where the work that carries it does not say. */
  readonly version: string | null;
  /** An SPDX expression. */
  readonly licence: string;
  /** Package URL; null for a part that comes inside another. */
  readonly purl: string | null;
  /** Hexadecimal, of the archive that the registry gave; null where it is not known. */
  readonly sha512: string | null;
  /** Licences and notices, whole. */
  readonly texts: readonly string[];
}

const manifestSchema = z.object({ name: z.string(), version: z.string(), license: z.string() });
const lockfileSchema = z.object({
  packages: z.record(z.string(), z.object({ integrity: z.string().optional() })),
});

/** Packages that publish no licence file: where their words are. */
const TEXT_ELSEWHERE: Readonly<Record<string, string>> = {
  // Of the same author and the same set.
  'node_modules/react-remove-scroll-bar': 'node_modules/react-remove-scroll/LICENSE',
  // Tesseract's own data, under the licence of Tesseract.
  'node_modules/@tesseract.js-data/eng': 'node_modules/tesseract.js/LICENSE.md',
  'node_modules/wouter': 'electron/packaging/licence-texts/unlicense.txt',
};

/**
 * What stands in the notices and the list of parts for packages of npm.
 *
 * @param folders as the lockfile names them
 * @throws SetupError for one that brings no licence text
 */
export function npmParts(folders: readonly string[], root = repositoryFolder): readonly ShippedPart[] {
  const lockfile = lockfileSchema.parse(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')));
  return folders.map((folder) => {
    const manifest = manifestSchema.parse(
      JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')),
    );
    const texts = licenceFiles(root, folder).map((file) => readFileSync(file, 'utf8').trim());
    if (texts.length === 0) throw new SetupError(`${folder} brings no licence text; see TEXT_ELSEWHERE.`);
    const integrity = lockfile.packages[folder]?.integrity;
    return {
      name: manifest.name,
      version: manifest.version,
      licence: manifest.license,
      purl: `pkg:npm/${manifest.name.replace('@', '%40')}@${manifest.version}`,
      sha512: integrity === undefined ? null : hexOf(integrity),
      texts,
    };
  });
}

/** Works that come compiled into a package's WebAssembly or addon, under licences of their own. */
export function carriedParts(root = repositoryFolder): readonly ShippedPart[] {
  const at = (...path: string[]) => readFileSync(join(root, ...path), 'utf8');
  const sqlite = at('node_modules/better-sqlite3-multiple-ciphers/deps/sqlite3/sqlite3.c');
  const apache = at('node_modules/@zxing/library/LICENSE').trim();
  const carried = { purl: null, sha512: null };
  return [
    {
      ...carried,
      name: 'SQLite',
      version: /#define SQLITE_VERSION\s+"([\d.]+)"/.exec(sqlite)?.[1] ?? null,
      licence: 'blessing',
      texts: [at('electron/packaging/licence-texts/sqlite.txt').trim()],
    },
    {
      ...carried,
      name: 'SQLite3 Multiple Ciphers',
      version: /SQLITE3MC_VERSION_STRING\s+"\D*3[^\d]*([\d.]+)"/.exec(sqlite)?.[1] ?? null,
      licence: 'MIT',
      texts: [
        `Copyright (c) 2006-2026 Ulrich Telle\n\n${withoutCopyright(at('node_modules/better-sqlite3-multiple-ciphers/LICENSE'))}`,
      ],
    },
    {
      ...carried,
      name: 'ZXing-C++',
      version: null,
      licence: 'Apache-2.0',
      texts: [`Copyright ZXing authors and contributors of zxing-cpp\n\n${apache}`],
    },
  ];
}

/** The words of a licence without its heading and whose it is. */
function withoutCopyright(text: string): string {
  const start = text.indexOf('Permission is hereby granted');
  return text.slice(Math.max(0, start)).trim();
}

function licenceFiles(root: string, folder: string): readonly string[] {
  const elsewhere = TEXT_ELSEWHERE[folder];
  if (elsewhere !== undefined) return [join(root, elsewhere)];
  // pdfjs-dist has those of its WebAssembly beside that.
  return [join(root, folder), join(root, folder, 'wasm')].filter(existsSync).flatMap((place) =>
    readdirSync(place, { withFileTypes: true })
      .filter((entry) => entry.isFile() && /^(?:licen[sc]e|notice|copying|copyright)/i.test(entry.name))
      .map((entry) => join(place, entry.name))
      .toSorted((a, b) => (basename(a) < basename(b) ? -1 : 1)),
  );
}

/** npm writes `sha512-` and base64. */
function hexOf(integrity: string): string | null {
  const base64 = /^sha512-(\S+)$/.exec(integrity)?.[1];
  return base64 === undefined ? null : Buffer.from(base64, 'base64').toString('hex');
}
