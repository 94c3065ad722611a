import * as z from 'zod';

/** What two customers have in common, the surest first. */
export const sharedFieldSchema = z.enum(['phone', 'email', 'name']);
export type SharedField = z.infer<typeof sharedFieldSchema>;
