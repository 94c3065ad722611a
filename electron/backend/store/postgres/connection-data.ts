import * as z from 'zod';

/** One server of the team's cluster; which of them can be written to is found out at connecting. */
export const hostSchema = z.strictObject({
  /** A DNS name or an IP address, as it stands in the server's certificate. */
  host: z.string().min(1).max(253),
  port: z.int().min(1).max(65_535),
});
export type Host = z.infer<typeof hostSchema>;

/** What SQL reads as something else where a role or a database is named; see `pg_get_keywords()`, those reserved. */
const RESERVED = new Set(
  `all analyse analyze and any array as asc asymmetric authorization binary both case cast check collate collation column
  concurrently constraint create cross current_catalog current_date current_role current_schema current_time current_timestamp
  current_user default deferrable desc distinct do else end except false fetch for foreign freeze from full grant group having
  ilike in initially inner intersect into is isnull join lateral leading left like limit localtime localtimestamp natural none not
  notnull null offset on only or order outer overlaps placing primary public references returning right select session_user
  similar some symmetric system_user table tablesample then to trailing true union unique user using variadic verbose when where
  window with`.split(/\s+/),
);

/** Names that need no quotes in SQL, so that an administrator reads and types them as they are. */
export const roleNameSchema = z
  .string()
  .regex(/^[a-z][a-z0-9_]{0,39}$/)
  .refine((name) => !RESERVED.has(name) && !name.startsWith('pg_'), 'This name means something else in SQL.');

/** Short, so that the names of the groups, which begin with it, stay within PostgreSQL's 63 bytes. */
export const databaseNameSchema = roleNameSchema;

/** Where the team's store is. */
export const storeAddressSchema = z.strictObject({
  hosts: z.array(hostSchema).min(1).max(8),
  database: databaseNameSchema,
  /** PEM of whoever signed the servers' certificates. */
  ca: z
    .string()
    .startsWith('-----BEGIN CERTIFICATE-----')
    .max(1024 * 1024),
});
export type StoreAddress = z.infer<typeof storeAddressSchema>;

/**
 * All that is needed to connect, as fields and never as a URL: in a URL `sslmode=no-verify` would turn off what has to be
 * on always.
 */
export const connectionDataSchema = storeAddressSchema.extend({
  user: z.string().min(1).max(63),
  /** Never blank: without one the driver would look for others in files and in the environment. */
  password: z.string().min(1).max(1024),
});
export type ConnectionData = z.infer<typeof connectionDataSchema>;

export function showHost({ host, port }: Host): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
