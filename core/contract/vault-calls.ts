import * as z from 'zod';
import { command, type Endpoint, type EventOf, nothing, query } from './endpoint.ts';
import { backupFactsSchema } from './safety-calls.ts';
import { newProtectionSchema, vaultStateSchema } from './shell-records.ts';

const passphraseSchema = z.string().min(1).max(200);

const confirmedSchema = z.strictObject({
  /** Null unless a passphrase protects the key now, and the agent knows it. */
  currentPassphrase: passphraseSchema.nullable(),
});

/** The key of the records, and what helps when the records do not open. The shell's, because it holds the key. */
export const vaultCalls = {
  /** Shuts the records and forgets their key, as far as the protection lets it. */
  'vault.lock': command({ host: 'shell', whileLocked: true, input: nothing, output: vaultStateSchema }),
  /** The window shows the locked desk: what was typed there is stored, and nothing of the records is on the screen any more. */
  'vault.leaveDesk': command({ host: 'shell', whileLocked: true, input: nothing, output: nothing }),
  /** Opens the records when the key is out of reach; how it is kept is to be chosen anew afterwards. */
  'vault.unlockWithRecoveryKey': command({
    host: 'shell',
    whileLocked: true,
    input: z.strictObject({ recoveryKey: z.string().min(1).max(200) }),
    output: vaultStateSchema,
  }),
  /** A new recovery key, as it is to be printed. It is shown this once, and counts only after it was confirmed. */
  'vault.makeRecoveryKey': command({
    host: 'shell',
    input: confirmedSchema,
    output: z.strictObject({
      recoveryKey: z.string(),
      madeAt: z.number(),
      /** The group that the agent is to type from the paper, 1 to 7. */
      askedGroup: z.int().positive(),
    }),
  }),
  'vault.confirmRecoveryKey': command({
    host: 'shell',
    input: z.strictObject({ typedGroup: z.string().max(20) }),
    output: z.strictObject({ isConfirmed: z.boolean() }),
  }),
  /** Lets the agent choose a file for a page of text. */
  'vault.saveRecoveryPage': command({
    host: 'shell',
    input: z.strictObject({ page: z.string().max(5000) }),
    output: z.strictObject({ isSaved: z.boolean() }),
  }),

  /** Keeps the key in another way, or under another passphrase; a protected one is a new one, so that an old copy opens nothing. */
  'vault.changeProtection': command({
    host: 'shell',
    input: confirmedSchema.extend({ choice: newProtectionSchema }),
    output: vaultStateSchema,
  }),
  /** Encrypts all records anew with another key. */
  'vault.makeNewKey': command({
    host: 'shell',
    input: confirmedSchema,
    output: vaultStateSchema,
  }),

  'vault.listBackups': query({
    host: 'shell',
    reads: ['backup'],
    input: nothing,
    output: z.strictObject({
      /** Newest first. */
      backups: z.array(backupFactsSchema),
      /** When the present file was last written, epoch ms; null when it is not there. */
      lastWrittenAt: z.number().nullable(),
    }),
  }),
  /** Puts a backup in the place of the present records, which are kept aside. */
  'vault.restore': command({
    host: 'shell',
    input: z.strictObject({ name: z.string().regex(/^[\w-]{1,80}\.db$/) }),
    output: vaultStateSchema,
  }),
  /** The same with a file that the agent chooses; null when none was chosen. */
  'vault.restoreFile': command({
    host: 'shell',
    input: nothing,
    output: z.strictObject({ vault: vaultStateSchema.nullable() }),
  }),
  /** Copies what can be read of damaged records into a new file. */
  'vault.rescue': command({ host: 'shell', input: nothing, output: vaultStateSchema }),
  /** Takes a key record that protects less than this computer remembers. */
  'vault.takeWeakerKey': command({ host: 'shell', input: nothing, output: vaultStateSchema }),
  /** Tries once more to open the records as they are. */
  'vault.retry': command({ host: 'shell', input: nothing, output: vaultStateSchema }),
  /** Lets the agent save what support needs to know; it holds no record. */
  'vault.saveDiagnostics': command({
    host: 'shell',
    input: nothing,
    output: z.strictObject({ isSaved: z.boolean() }),
  }),
  /** In the file manager of the computer. */
  'vault.showBackups': command({ host: 'shell', input: nothing, output: nothing }),
} as const satisfies Record<string, Endpoint | EventOf>;
