import { fieldsOf } from './fields-of.ts';
import type { RecordDetails, RecordKind } from './record-entry.ts';

/** Whether anything that an agent wrote is in it. */
export function hasOwnFields(kind: RecordKind, { before, after }: RecordDetails): boolean {
  const own = Object.entries(fieldsOf[kind]).filter(([, { isOwnWords }]) => isOwnWords);
  return [before, after].some((side) => own.some(([name]) => String(side?.[name] ?? '') !== ''));
}
