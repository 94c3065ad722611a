import * as z from 'zod';
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

/** What the last look through the whole database found. Names tickets by number, never a customer. */
export const checkResultSchema = z.strictObject({
  /** Epoch ms. */
  at: z.number(),
  /** `pages`: a part of the file can not be read. `histories`: a ticket's history was changed from outside. */
  finding: z.enum(['whole', 'pages', 'histories']),
  /** Entries of histories whose hash chain was verified this time; the next check goes on behind them. */
  verifiedEvents: z.int().nonnegative(),
  /** Numbers of tickets whose history does not fit its chain, at most 20. */
  brokenTickets: z.array(z.int()),
});
export type CheckResult = z.infer<typeof checkResultSchema>;

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
});
export type SafetyState = z.infer<typeof safetyStateSchema>;

/** Backups and checks of the open database. Restoring is the vault's, because the database is closed for it. */
export const safetyCalls = {
  'safety.getState': query({ host: 'backend', input: nothing, output: safetyStateSchema }),
  /** Starts a backup and answers at once; `safety.changed` tells how it went. */
  'safety.backUp': command({ host: 'backend', input: nothing, output: nothing }),
  /** Starts a check and answers at once; `safety.changed` tells what it found. */
  'safety.check': command({ host: 'backend', input: nothing, output: nothing }),
  'safety.changed': event({ host: 'backend', payload: safetyStateSchema }),
} as const satisfies Record<string, Endpoint | EventOf>;
