import type { ProtectionChange } from '../../core/contract/shell-records.ts';
import type { KeyRecord, ProtectedKey } from './key-record.ts';
import { type Sealed, seal, unseal } from './seal.ts';

const NEXT_PURPOSE = 'resetdesk next key v1';
const FORMER_PURPOSE = 'resetdesk former key v1';

/** Notes a key that the database is about to be given, before anything else happens. */
export function withNextKey(
  record: KeyRecord,
  key: Buffer,
  next: Buffer,
  kept: ProtectedKey,
  lastChange: ProtectionChange | null,
): KeyRecord {
  return { ...record, nextKey: { key: kept, sealed: seal(next, key, NEXT_PURPOSE), lastChange } };
}

export function withoutNextKey(record: KeyRecord): KeyRecord {
  return { ...record, nextKey: null };
}

/** The key that the database may have been given already, if one was noted. */
export function findNextKey(record: KeyRecord, key: Buffer): Buffer | null {
  return record.nextKey === null ? null : unseal(record.nextKey.sealed, key, NEXT_PURPOSE);
}

/** The record once the database has the next key. The recovery key belongs to the former one, so it ends. */
export function succeed(record: KeyRecord, key: Buffer, next: Buffer): KeyRecord {
  if (record.nextKey === null) throw new Error('no next key was noted');
  const former = [...openFormerKeys(record, key), { keyId: record.keyId, key }];
  return {
    ...record.nextKey.key,
    lastChange: record.nextKey.lastChange,
    hasDatabase: true,
    recovery: null,
    nextKey: null,
    formerKeys: former.map((one) => ({ keyId: one.keyId, sealed: seal(one.key, next, FORMER_PURPOSE) })),
  };
}

/** Keys of older backups, newest last. */
export function openFormerKeys(
  record: { readonly formerKeys: readonly { readonly keyId: string; readonly sealed: Sealed }[] },
  key: Buffer,
): { readonly keyId: string; readonly key: Buffer }[] {
  return record.formerKeys.flatMap(({ keyId, sealed }) => {
    const former = unseal(sealed, key, FORMER_PURPOSE);
    return former === null ? [] : [{ keyId, key: former }];
  });
}
