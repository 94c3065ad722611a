import * as z from 'zod';
import { deviceKindSchema, generationSchema, idSchema, serialSchema, vendorFamilySchema } from '../values.ts';
import { blanksOf, defineFields } from './field.ts';

export const deviceFields = defineFields({
  /** What a device is known by: it is never edited, and of two devices that are merged the serial of the one that stays stays. */
  serial: {
    stored: serialSchema,
    typed: null,
    blank: undefined,
    column: 'serial',
    search: 'text',
    merge: null,
    isOwnWords: true,
    heading: 'Serial',
    imported: 'ownRules',
  },
  model: {
    stored: z.string(),
    typed: z.string().max(100),
    blank: '',
    column: 'model',
    search: 'text',
    merge: 'either',
    isOwnWords: true,
    heading: 'Model',
    imported: 'text',
  },
  kind: {
    stored: deviceKindSchema,
    typed: deviceKindSchema,
    blank: 'recorder',
    column: 'kind',
    search: null,
    merge: 'either',
    isOwnWords: false,
    heading: 'Kind',
    imported: 'ownRules',
  },
  /** Null when not known. */
  vendorFamily: {
    stored: vendorFamilySchema.nullable(),
    typed: vendorFamilySchema.nullable(),
    blank: null,
    column: 'vendor_family',
    search: null,
    merge: 'either',
    isOwnWords: false,
    heading: 'Vendor family',
    imported: null,
  },
  /** Of the firmware; null when not known. */
  generation: {
    stored: generationSchema.nullable(),
    typed: generationSchema.nullable(),
    blank: null,
    column: 'generation',
    search: null,
    merge: 'either',
    isOwnWords: false,
    heading: 'Generation',
    imported: null,
  },
  /** As the agent reads it off the device. */
  firmwareVersion: {
    stored: z.string(),
    typed: z.string().max(100),
    blank: '',
    column: 'firmware_version',
    search: 'text',
    merge: 'either',
    isOwnWords: true,
    heading: 'Firmware version',
    imported: 'text',
  },
  /** Changed by a call of its own, with a reason. */
  customerId: {
    stored: idSchema.nullable(),
    typed: null,
    blank: null,
    column: 'customer_id',
    search: null,
    merge: 'either',
    isOwnWords: false,
    heading: 'Customer ID',
    imported: null,
  },
  /** One of its customer's sites; it comes with the customer, also in a merge. Exports have its name and address. */
  siteId: {
    stored: idSchema.nullable(),
    typed: idSchema.nullable(),
    blank: null,
    column: 'site_id',
    search: null,
    merge: null,
    isOwnWords: false,
    heading: null,
    imported: null,
  },
});

export const blankDevice = blanksOf(deviceFields);
