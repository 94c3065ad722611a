import type { FieldChange, RecordEntryLine } from '../../../core/contract/record-calls.ts';
import type { Site } from '../../../core/contract/records.ts';
import type { RecordDetails } from '../../../core/records/record-entry.ts';
import type { LoggedEntry, RecordRef } from '../store/ports/record-log.ts';
import type { Work } from '../work/work.ts';

/** The log of a customer or device as it is shown, oldest first. */
export async function readRecordLog(work: Work, record: RecordRef): Promise<RecordEntryLine[]> {
  const entries = await work.repositories.recordLog.list(record);
  const lines: RecordEntryLine[] = [];
  for (const entry of entries) lines.push(await lineOf(work, entry));
  return lines;
}

async function lineOf(
  work: Work,
  { sequence, at, actor, entry, details }: LoggedEntry,
): Promise<RecordEntryLine> {
  const { action, cause, range, reason } = entry;
  const changes = details === null ? null : await changesOf(work, details);
  const line = { sequence, at, actor, action, cause, range, changes };
  return reason === undefined ? line : { ...line, reason };
}

async function changesOf(work: Work, { before, after }: RecordDetails): Promise<FieldChange[]> {
  const names = Object.keys(after ?? before ?? {}).filter((name) => name !== 'id' && name !== 'version');
  const changes: FieldChange[] = [];
  for (const name of names) {
    const change = {
      name,
      before: await textOf(work, name, before?.[name]),
      after: await textOf(work, name, after?.[name]),
    };
    if (change.before !== change.after) changes.push(change);
  }
  return changes;
}

/** A record that is gone is named by nothing. */
async function textOf(work: Work, name: string, value: unknown): Promise<string> {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.join(', ');
  if (name === 'customerId') return (await work.repositories.customers.find(String(value)))?.name ?? '';
  if (name === 'siteId') return siteName(await work.repositories.sites.find(String(value)));
  return String(value);
}

function siteName(site: Site | null): string {
  return site === null ? '' : site.name || site.address;
}
