import { createClient } from '../../core/contract/client.ts';
import type { CallInput, CallOutput } from '../../core/contract/contract.ts';
import type { HolderFacts } from '../../core/contract/safety-calls.ts';
import type { Exported, KeyAct } from '../../core/desk-log/desk-entry.ts';
import type { CustomerData } from '../../core/privacy/customer-data.ts';
import type { UpdateEntry } from '../../core/update/update-state.ts';
import type { BackendSupervisor } from './backend-supervisor.ts';

/** A database file and its key, 64 hex digits. */
export interface KeyedFile {
  readonly file: string;
  readonly keyHex: string;
}

/** Main's own calls to the backend. All of them throw a CallError. */
export interface StoreClient {
  /** Makes the database if it does not exist. */
  open(database: KeyedFile): Promise<void>;
  rekey(database: KeyedFile, newKeyHex: string): Promise<void>;
  listBackups(database: KeyedFile, formerKeys: readonly string[]): Promise<CallOutput<'store.listBackups'>>;
  restore(
    database: KeyedFile,
    formerKeys: readonly string[],
    backup: string,
    actor: string,
  ): Promise<CallOutput<'store.restore'>>;
  rescue(database: KeyedFile, actor: string): Promise<CallOutput<'store.rescue'>>;
  /** Who has the database open; null for nobody. */
  whoHolds(file: string): Promise<HolderFacts | null>;
  noteAgent(actor: string): Promise<void>;
  diagnose(file: string, keyHex: string | null): Promise<CallOutput<'store.diagnose'>>;
  /** Gives backups of former keys the key of the open database, and does not wait for it. */
  rekeyBackups(formerKeys: readonly string[]): Promise<void>;
  noteKeyAct(act: KeyAct, actor: string): Promise<void>;
  noteUpdate(entry: UpdateEntry, actor: string): Promise<void>;
  /** Starts a backup and does not wait for it. */
  backUp(): Promise<void>;
  /** Starts to write records into a file and does not wait for it. */
  exportRecords(what: Exported, file: string, actor: string): Promise<void>;
  readAttachment(attachmentId: string): Promise<CallOutput<'store.readAttachment'>>;
  readImport(file: string): Promise<CallOutput<'store.readImport'>>;
  makeTable(input: CallInput<'store.makeTable'>): Promise<CallOutput<'store.makeTable'>>;
  readProblems(input: CallInput<'store.readProblems'>): Promise<CallOutput<'store.readProblems'>>;
  readCustomerData(customerId: string): Promise<CustomerData>;
  noteCustomerData(customerId: string, actor: string): Promise<void>;
}

/** @param country the computer's own (ISO 3166), null where it has none */
export function storeClientOf(
  backend: Pick<BackendSupervisor, 'callAsShell'>,
  country: string | null,
): StoreClient {
  const client = createClient({
    call: (name, input) => backend.callAsShell(name, input),
    subscribe: () => () => undefined,
  });
  return {
    open: async (database) => void (await client.call('store.open', { ...database, country })),
    rekey: async (database, newKeyHex) => void (await client.call('store.rekey', { ...database, newKeyHex })),
    listBackups: (database, formerKeys) =>
      client.call('store.listBackups', { ...database, formerKeys: [...formerKeys] }),
    restore: (database, formerKeys, backup, actor) =>
      client.call('store.restore', { ...database, formerKeys: [...formerKeys], backup, actor }),
    rescue: (database, actor) => client.call('store.rescue', { ...database, actor }),
    whoHolds: async (file) => (await client.call('store.whoHolds', { file })).holder,
    noteAgent: async (actor) => void (await client.call('store.noteAgent', { actor })),
    diagnose: (file, keyHex) => client.call('store.diagnose', { file, keyHex }),
    rekeyBackups: async (formerKeys) =>
      void (await client.call('store.rekeyBackups', { formerKeys: [...formerKeys] })),
    noteKeyAct: async (act, actor) => void (await client.call('store.noteKeyAct', { act, actor })),
    noteUpdate: async (entry, actor) => void (await client.call('store.noteUpdate', { entry, actor })),
    backUp: async () => void (await client.call('safety.backUp', {})),
    exportRecords: async (what, file, actor) =>
      void (await client.call('store.export', { what, file, actor })),
    readAttachment: (attachmentId) => client.call('store.readAttachment', { attachmentId }),
    readImport: (file) => client.call('store.readImport', { file }),
    makeTable: (input) => client.call('store.makeTable', input),
    readProblems: (input) => client.call('store.readProblems', input),
    readCustomerData: (customerId) => client.call('store.readCustomerData', { customerId }),
    noteCustomerData: async (customerId, actor) =>
      void (await client.call('store.noteCustomerData', { customerId, actor })),
  };
}
