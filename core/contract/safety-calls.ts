import * as z from 'zod';
import { keyActSchema } from '../desk-log/desk-entry.ts';
import { forgedTrailSchema } from '../evidence/trail-tail.ts';
import { recordKindSchema } from '../records/record-entry.ts';
import { updateEntrySchema } from '../update/update-state.ts';
import { idSchema } from '../values.ts';
import { command, type Endpoint, type EventOf, event, nothing, query } from './endpoint.ts';
import { storeFailureSchema } from './errors.ts';

/** Why a backup was made. `beforeUpdate`: the app was about to change the form of the tables. */
export const backupKindSchema = z.enum(['daily', 'manual', 'beforeUpdate']);
export type BackupKind = z.infer<typeof backupKindSchema>;

/** A backup that was read through and found whole when it was made. */
export const backupSchema = z.strictObject({
  /** The file's name in the backup folder. */
  name: z.string().max(100),
  kind: backupKindSchema,
  /** Epoch ms. */
  madeAt: z.number(),
  sizeBytes: z.number(),
});
export type Backup = z.infer<typeof backupSchema>;

/** Lies beside the database while another takes its place; the database is there then, although its file may not be. */
export const SWAP_MARK_SUFFIX = '.swap';

/** A backup that was opened to see what it holds. */
export const backupFactsSchema = backupSchema.extend({
  state: z.enum(['good', 'damaged', 'wrongKey', 'newerThanApp']),
  /** The number of the last ticket in it; null unless it is good. */
  lastTicketNumber: z.int().nonnegative().nullable(),
});
export type BackupFacts = z.infer<typeof backupFactsSchema>;

/** What could be read of a damaged database. */
export const rescueReportSchema = z.strictObject({
  tickets: z.int().nonnegative(),
  customers: z.int().nonnegative(),
  devices: z.int().nonnegative(),
  lastTicketNumber: z.int().nonnegative(),
  /** Tables of which a part was lost. */
  damagedTables: z.array(z.string()),
});
export type RescueReport = z.infer<typeof rescueReportSchema>;

/** What support needs to know of a database that does not open; sizes, names of ours and codes, no record. */
export const storeDiagnosisSchema = z.strictObject({
  fileBytes: z.number().nullable(),
  logBytes: z.number().nullable(),
  freeBytes: z.number().nullable(),
  isEncrypted: z.boolean().nullable(),
  doesKeyFit: z.boolean().nullable(),
  /** In the words of the database engine. */
  fault: z.string().nullable(),
  migrations: z.array(z.string()),
  backups: z.int().nonnegative(),
});
export type StoreDiagnosis = z.infer<typeof storeDiagnosisSchema>;

const hexKeySchema = z.string().regex(/^[0-9a-f]{64}$/);
const databaseSchema = z.strictObject({ file: z.string(), keyHex: hexKeySchema });
const keyRingSchema = databaseSchema.extend({ formerKeys: z.array(hexKeySchema) });

/** A customer, device or site whose log was changed from outside. */
export const brokenRecordSchema = z.strictObject({ kind: recordKindSchema, id: idSchema });
export type BrokenRecord = z.infer<typeof brokenRecordSchema>;

/** What the last look through the whole database found. Names tickets by number, never a customer. */
export const checkResultSchema = z.strictObject({
  /** Epoch ms. */
  at: z.number(),
  /** `pages`: a part of the file can not be read. `histories`: a ticket's history or a record's log was changed from outside. */
  finding: z.enum(['whole', 'pages', 'histories']),
  /** Entries of histories whose hash chain was verified this time; the next check goes on behind them. */
  verifiedEvents: z.int().nonnegative(),
  /** Numbers of tickets whose history does not fit its chain, at most 20. */
  brokenTickets: z.array(z.int()),
  /** At most 20. Checks that an earlier version stored lack them. */
  brokenRecords: z.array(brokenRecordSchema).default([]),
  /** Trails that are not what the heads and backups say, at most 20; see the decision on evidence. */
  forged: z.array(forgedTrailSchema).default([]),
  /** More than could be named. */
  isMoreForged: z.boolean().default(false),
  /** So many entries fewer than were written: an older copy is in the place of the records. */
  missingEntries: z.int().nonnegative().default(0),
});
export type CheckResult = z.infer<typeof checkResultSchema>;

/** The program that has the database open. */
export const holderFactsSchema = z.strictObject({
  /** The computer's name. */
  host: z.string(),
  /** Epoch ms, by that computer's clock. */
  since: z.number(),
});
export type HolderFacts = z.infer<typeof holderFactsSchema>;

const failureSchema = z.strictObject({ at: z.number(), reason: storeFailureSchema });

/** How safe the records are: the backups, and what the last check found. */
export const safetyStateSchema = z.strictObject({
  isBackingUp: z.boolean(),
  isChecking: z.boolean(),
  /** Newest first. */
  backups: z.array(backupSchema),
  /** The folder that the backups are in. */
  folder: z.string(),
  /** Set while the last try to make a backup failed. */
  backupFailure: failureSchema.nullable(),
  lastCheck: checkResultSchema.nullable(),
  /** Records that search finds by the present rule, while they are made to after an update; null when all are. */
  searchRenewal: z.strictObject({ done: z.int().nonnegative(), total: z.int().nonnegative() }).nullable(),
});
export type SafetyState = z.infer<typeof safetyStateSchema>;

/** Backups and checks of the open database. Restoring is the vault's, because the database is closed for it. */
export const safetyCalls = {
  'safety.getState': query({ host: 'backend', input: nothing, output: safetyStateSchema }),
  /** Starts a backup and answers at once; `safety.changed` tells how it went. */
  'safety.backUp': command({ host: 'backend', input: nothing, output: nothing }),
  /** Starts a check and answers at once; `safety.changed` tells what it found. */
  'safety.check': command({ host: 'backend', input: nothing, output: nothing }),
  /** The trails count as they are from now on; the desk's log says so. */
  'safety.acceptRecords': command({ host: 'backend', input: nothing, output: nothing }),
  'safety.changed': event({
    host: 'backend',
    changes: ['backup'],
    answers: 'safety.getState',
    payload: safetyStateSchema,
  }),

  // Main's own way to repair a database; the store is closed by these.
  'store.listBackups': query({
    host: 'backend',
    caller: 'shell',
    input: keyRingSchema,
    output: z.strictObject({ backups: z.array(backupFactsSchema) }),
  }),
  /** `backup`: the path of a database file. What was there before is kept under `aside`. */
  'store.restore': command({
    host: 'backend',
    caller: 'shell',
    input: keyRingSchema.extend({ backup: z.string(), actor: z.string() }),
    output: z.strictObject({ aside: z.string() }),
  }),
  /** Copies what can be read into a new database, which takes the place of the damaged one; that is kept under `aside`. */
  'store.rescue': command({
    host: 'backend',
    caller: 'shell',
    input: databaseSchema.extend({ actor: z.string() }),
    output: z.strictObject({ aside: z.string(), report: rescueReportSchema }),
  }),
  'store.rekey': command({
    host: 'backend',
    caller: 'shell',
    input: databaseSchema.extend({ newKeyHex: hexKeySchema }),
    output: nothing,
  }),
  /** Who has the database open; null for nobody. */
  'store.whoHolds': query({
    host: 'backend',
    caller: 'shell',
    input: z.strictObject({ file: z.string() }),
    output: z.strictObject({ holder: holderFactsSchema.nullable() }),
  }),
  /** Gives backups of former keys the present one, beside the calls; does not wait for it. */
  'store.rekeyBackups': command({
    host: 'backend',
    caller: 'shell',
    input: z.strictObject({ formerKeys: z.array(hexKeySchema) }),
    output: nothing,
  }),
  'store.noteKeyAct': command({
    host: 'backend',
    caller: 'shell',
    input: z.strictObject({ act: keyActSchema, actor: z.string() }),
    output: nothing,
  }),
  'store.noteUpdate': command({
    host: 'backend',
    caller: 'shell',
    input: z.strictObject({ entry: updateEntrySchema, actor: z.string() }),
    output: nothing,
  }),
  'store.diagnose': query({
    host: 'backend',
    caller: 'shell',
    input: z.strictObject({ file: z.string(), keyHex: hexKeySchema.nullable() }),
    output: storeDiagnosisSchema,
  }),
} as const satisfies Record<string, Endpoint | EventOf>;
