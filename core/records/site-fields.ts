import * as z from 'zod';
import { idSchema } from '../values.ts';
import { defineFields } from './field.ts';

/** Sites are not merged, and found through their customer. */
export const siteFields = defineFields({
  customerId: {
    stored: idSchema,
    typed: null,
    blank: undefined,
    column: 'customer_id',
    search: null,
    merge: null,
    isOwnWords: false,
    heading: null,
    imported: null,
  },
  name: {
    stored: z.string(),
    typed: z.string().max(200),
    blank: '',
    column: 'name',
    search: null,
    merge: null,
    isOwnWords: true,
    heading: 'Place',
    imported: null,
  },
  /** As it is written on a letter, in lines. */
  address: {
    stored: z.string(),
    typed: z.string().max(1000),
    blank: '',
    column: 'address',
    search: null,
    merge: null,
    isOwnWords: true,
    heading: 'Address',
    imported: null,
  },
});
