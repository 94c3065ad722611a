import * as z from 'zod';

/** UUIDv7: sorts by creation time. */
export const idSchema = z.uuid();

/** Milliseconds since 1970-01-01 UTC. */
export const epochMsSchema = z.int().nonnegative();

/** SHA-256 of a QR payload's bytes, lower-case hex: tells "same QR" without keeping the payload. */
export const fingerprintSchema = z.string().regex(/^[0-9a-f]{64}$/);

/**
 * A device serial. The vendor's example has 15 upper-case characters and its buffer holds 48;
 * typed serials are upper-cased before they get here. Source: domain note 1.2.
 */
export const serialSchema = z.string().regex(/^[A-Z0-9]{4,47}$/);

export const deviceKindSchema = z.enum(['recorder', 'camera', 'doorStation', 'accessController']);
export type DeviceKind = z.infer<typeof deviceKindSchema>;

/** Whose device it is, by the family of its firmware: `dahua`, `oem` (unbranded), `amcrest`. Playbooks name them, so it is open-ended. */
export const vendorFamilySchema = z.string().regex(/^[a-z][a-z0-9]{1,30}$/);
export type VendorFamily = z.infer<typeof vendorFamilySchema>;

/**
 * Generations of the recorders' menus: before 2020, the 4.0 menus of 2020, and those since 2022 with an app mode.
 * Inferred from one manual's history; see domain note 2.
 */
export const generationSchema = z.enum(['older', 'ui40', '2022plus']);
export type Generation = z.infer<typeof generationSchema>;

export const scanSourceSchema = z.enum(['camera', 'screen', 'file', 'clipboard', 'typed', 'scanner']);
export type ScanSource = z.infer<typeof scanSourceSchema>;

/** The languages there are texts in. A customer's may be another than the agent's. */
export const languageSchema = z.enum(['en', 'es']);
export type Language = z.infer<typeof languageSchema>;

/** ISO 3166-1, two capitals. */
export const countrySchema = z.string().regex(/^[A-Z]{2}$/);
