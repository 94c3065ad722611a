import * as z from 'zod';
import { languageSchema } from '../values.ts';
import { blanksOf, defineFields } from './field.ts';

/** Phones and mail addresses of one customer. */
export const maxContacts = 20;

/** Empty strings mean "not known yet". */
export const customerFields = defineFields({
  name: {
    stored: z.string(),
    typed: z.string().max(200),
    blank: '',
    column: 'name',
    search: 'text',
    merge: 'either',
    isOwnWords: true,
    heading: 'Name',
    imported: 'ownRules',
  },
  /** The usual one first; E.164 where it parses, else as typed. */
  phones: {
    stored: z.array(z.string()),
    typed: z.array(z.string().max(50)).max(maxContacts),
    blank: [],
    column: 'phones',
    search: 'phone',
    merge: 'both',
    isOwnWords: true,
    heading: 'Phones',
    imported: 'ownRules',
  },
  /** The usual one first. */
  emails: {
    stored: z.array(z.string()),
    typed: z.array(z.string().max(254)).max(maxContacts),
    blank: [],
    column: 'emails',
    search: 'text',
    merge: 'both',
    isOwnWords: true,
    heading: 'E-mails',
    imported: 'ownRules',
  },
  /** What the customer is spoken to in; null when not known. */
  language: {
    stored: languageSchema.nullable(),
    typed: languageSchema.nullable(),
    blank: null,
    column: 'language',
    search: null,
    merge: 'either',
    isOwnWords: false,
    heading: 'Language',
    imported: 'ownRules',
  },
  /** Found as notes are, by a column of its own. */
  notes: {
    stored: z.string(),
    typed: z.string().max(4000),
    blank: '',
    column: 'notes',
    search: null,
    merge: 'both',
    isOwnWords: true,
    heading: 'Notes',
    imported: 'ownRules',
  },
});

export const blankCustomer = blanksOf(customerFields);
