import * as z from 'zod';

/** What goes by itself, agreed on by the desk. Null: nothing does, which is how a desk begins. */
export const retentionSchema = z.strictObject({
  /** Customers whose tickets have all been closed for so many months are erased. */
  customers: z
    .strictObject({
      months: z.int().min(1).max(120),
      /** Stands in place of the name, in the words of whoever made the rule. */
      nameInstead: z.string().trim().min(1).max(100),
    })
    .nullable(),
  /** Attachments of tickets that have been closed for so many days are removed. */
  attachments: z
    .strictObject({ days: z.int().min(1).max(3650) })
    .nullable()
    .default(null),
});
export type Retention = z.infer<typeof retentionSchema>;

export const noRetention: Retention = { customers: null, attachments: null };

/** Whole calendar months back: what was closed on the 31st is a month old on the last day of a shorter one. */
export function monthsBefore(now: number, months: number): number {
  const at = new Date(now);
  const first = new Date(at.getFullYear(), at.getMonth() - months, 1);
  const lastDay = new Date(first.getFullYear(), first.getMonth() + 1, 0).getDate();
  first.setDate(Math.min(at.getDate(), lastDay));
  first.setHours(at.getHours(), at.getMinutes(), at.getSeconds(), at.getMilliseconds());
  return first.getTime();
}
