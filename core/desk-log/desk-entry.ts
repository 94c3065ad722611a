import * as z from 'zod';
import { exchangeEntrySchemas, leftBehindSchema } from '../evidence/records-head.ts';
import { updateEntrySchemas } from '../update/update-state.ts';
import { idSchema } from '../values.ts';

/** What is exported as a file: one kind of record as a table, or everything as one document. */
export const exportedSchema = z.enum(['customers', 'devices', 'tickets', 'histories', 'everything']);
export type Exported = z.infer<typeof exportedSchema>;

/** Where the key of the records is kept; `none`: the records were opened without a key record. */
const keptSchema = z.enum(['keyring', 'passphrase', 'unprotected', 'none']);

/** What was done with the key of the records. Each can let somebody in, or shut somebody out. */
export const keyActSchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('recoveryKeyMade') }),
  z.strictObject({ type: z.literal('recoveryKeyUsed') }),
  z.strictObject({ type: z.literal('protectionChanged'), from: keptSchema, to: keptSchema }),
  z.strictObject({ type: z.literal('keyRenewed') }),
  /** A key record with less protection than this computer remembered was taken all the same. */
  z.strictObject({ type: z.literal('weakerKeyTaken'), remembered: keptSchema, found: keptSchema }),
]);
export type KeyAct = z.infer<typeof keyActSchema>;

const count = z.int().nonnegative();

/**
 * What lies beside the database and says what is in it was made anew. `begun`: by the first version that has it;
 * `missing`: it was gone; `unreadable`: it was not written with the key of the database.
 */
const headRenewedSchema = z.strictObject({
  type: z.literal('headRenewed'),
  cause: z.enum(['begun', 'missing', 'unreadable']),
  entries: count,
});
export type HeadRenewal = z.infer<typeof headRenewedSchema>;

/** What was done with the records as a whole, hash-chained like a trail. Ids and counts, never a person's data. */
export const deskEntrySchema = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('exported'), what: exportedSchema, rows: count }),
  z.strictObject({ type: z.literal('customerExported'), customerId: idSchema }),
  z.strictObject({ type: z.literal('imported'), added: count, changed: count, refused: count }),
  z.strictObject({
    type: z.literal('customerErased'),
    customerId: idSchema,
    tickets: count,
    /** `retention`: by the desk's own rule. */
    by: z.enum(['agent', 'retention']),
  }),
  z.strictObject({
    type: z.enum(['procedureApproved', 'procedureRefused']),
    playbookId: z.string(),
    version: z.int().positive(),
    /** Of the whole procedure; see `playbookDigest`. */
    digest: z.string(),
  }),
  z.strictObject({ type: z.literal('demoAdded'), tickets: count }),
  z.strictObject({ type: z.literal('demoRemoved'), tickets: count }),
  ...exchangeEntrySchemas,
  headRenewedSchema,
  /** A check found trails that were changed outside of the program. */
  z.strictObject({ type: z.literal('forgeryFound'), trails: count, ticketNumbers: z.array(z.int()) }),
  /** The agent took the trails as they are, after a check had found some that are not what they were. */
  z.strictObject({ type: z.literal('recordsAccepted'), leftBehind: leftBehindSchema }),
  /** The first thing that was done under another name; the new one is the actor's. */
  z.strictObject({ type: z.literal('agentRenamed'), former: z.string() }),
  ...keyActSchema.options,
  ...updateEntrySchemas,
]);
export type DeskEntry = z.infer<typeof deskEntrySchema>;

/** The desk log's name in its hash chain. */
export const deskTrailId = 'desk';
