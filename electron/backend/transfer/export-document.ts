import type { ExportReader, ListName } from '../store/ports/export-reader.ts';

/** Raised when a field changes its meaning or goes; a new field does not raise it. */
const formatVersion = 1;

const listNames: readonly ListName[] = ['customers', 'sites', 'devices', 'tickets'];

/** How many records the whole document has; for the progress. */
export async function countRecords(reader: ExportReader): Promise<number> {
  let sum = 0;
  for (const name of listNames) sum += await reader.count(name);
  return sum;
}

/** A piece of the document, and how many records it holds. */
export interface DocumentPart {
  readonly text: string;
  readonly records: number;
}

/**
 * Everything as one JSON document, a record a line, piece by piece: a million tickets never sit in memory. The content of
 * reset QRs, pictures of them, drafts and the undo list are left out; attachments are named, with their digests.
 */
export async function* documentParts(
  reader: ExportReader,
  at: number,
  rowsPerPart: number,
): AsyncGenerator<DocumentPart> {
  const head = {
    format: 'resetdesk-export',
    formatVersion,
    exportedAt: new Date(at).toISOString(),
    /** What all trails together were at that moment. */
    head: await reader.head(),
  };
  yield { text: JSON.stringify(head).slice(0, -1), records: 0 };
  for (const name of listNames) {
    yield { text: `,\n"${name}":[`, records: 0 };
    yield* listParts(reader, name, rowsPerPart);
    yield { text: ']', records: 0 };
  }
  yield { text: '}\n', records: 0 };
}

async function* listParts(
  reader: ExportReader,
  name: ListName,
  rowsPerPart: number,
): AsyncGenerator<DocumentPart> {
  let separator = '\n';
  for await (const records of reader.list(name, rowsPerPart)) {
    const lines = records.map((record) => JSON.stringify(record));
    yield { text: separator + lines.join(',\n'), records: lines.length };
    separator = ',\n';
  }
}
