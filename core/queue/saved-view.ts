import * as z from 'zod';
import { idSchema } from '../values.ts';
import { queueViewSchema } from './view.ts';

export const viewNameSchema = z.string().trim().min(1).max(60);

/** A view of the queue that the desk keeps under a name. */
export const savedViewSchema = z.strictObject({ id: idSchema, name: viewNameSchema, view: queueViewSchema });
export type SavedView = z.infer<typeof savedViewSchema>;

/** More would be no help in a menu. */
export const SAVED_VIEWS_MAX = 50;
