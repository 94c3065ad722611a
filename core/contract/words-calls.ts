import * as z from 'zod';
import { messageTemplateSchema } from '../message/template.ts';
import { checklistSchema } from '../ownership/checklist.ts';
import { noRetention, retentionSchema } from '../privacy/retention.ts';
import { countrySchema } from '../values.ts';
import { command, type Endpoint, type EventOf, nothing, query } from './endpoint.ts';

/** `shipped`: as it came with the program. `changed`: the desk's own words for a shipped one. `own`: the desk made it. */
export const templateEntrySchema = z.strictObject({
  template: messageTemplateSchema,
  origin: z.enum(['shipped', 'changed', 'own']),
  /** 0 while nothing of it is stored. */
  version: z.int().nonnegative(),
});
export type TemplateEntry = z.infer<typeof templateEntrySchema>;

/** Who the desk is, for messages and print-outs. Empty strings mean "not told". */
export const shopSchema = z.strictObject({
  name: z.string().max(120),
  phone: z.string().max(50),
  /** As it is written on a letter, in lines. */
  address: z.string().max(400),
});
export type Shop = z.infer<typeof shopSchema>;

/** What the whole desk shares; the settings of one computer are the shell's. */
export const deskSettingsSchema = z.strictObject({
  shop: shopSchema,
  checklist: checklistSchema,
  /** Phone numbers without a country code are read as numbers of this country; null leaves them as typed. */
  country: countrySchema.nullable().default(null),
  retention: retentionSchema.default(noRetention),
});
export type DeskSettings = z.infer<typeof deskSettingsSchema>;

const storedDeskSettings = z.strictObject({
  settings: deskSettingsSchema,
  /** 0 while nothing is stored. */
  version: z.int().nonnegative(),
});

/** Messages to customers, and what the desk agreed on. */
export const wordsCalls = {
  /** In the order of the procedure, the desk's own ones last. */
  'template.list': query({
    host: 'backend',
    reads: ['template'],
    input: nothing,
    output: z.strictObject({ templates: z.array(templateEntrySchema) }),
  }),
  /** Stores the desk's own words. A template with problems is stored as well; it only can not be sent. */
  'template.save': command({
    host: 'backend',
    input: z.strictObject({ template: messageTemplateSchema, version: z.int().nonnegative() }),
    output: z.strictObject({ entry: templateEntrySchema }),
  }),
  /** Removes an own template, or brings a shipped one back as it came. */
  'template.remove': command({
    host: 'backend',
    input: z.strictObject({ templateId: messageTemplateSchema.shape.id, version: z.int().positive() }),
    output: nothing,
  }),

  /**
   * The agent says that these words are no secret, though they look like one; calls that keep them are carried out from now on. Held
   * in memory until the desk is closed. Of a vendor's mail, a label or the recovery key nobody can say so.
   */
  'words.allow': command({
    host: 'backend',
    keepsWords: false,
    input: z.strictObject({ fragments: z.array(z.string().max(200)).max(100) }),
    output: nothing,
  }),

  'desk.getSettings': query({
    host: 'backend',
    reads: ['deskSettings'],
    input: nothing,
    output: storedDeskSettings,
  }),
  'desk.updateSettings': command({
    host: 'backend',
    input: z.strictObject({
      /** The shop's details one by one, because they are saved as they are typed. */
      change: deskSettingsSchema
        .extend({
          shop: shopSchema.partial(),
          country: countrySchema.nullable(),
          retention: retentionSchema,
        })
        .partial(),
      version: z.int().nonnegative(),
    }),
    output: storedDeskSettings,
  }),
} as const satisfies Record<string, Endpoint | EventOf>;
