import { join } from 'node:path';

/** Where made databases are put; an ignored folder. */
export const defaultFile = join('out', 'seed', 'records.db');

/** Nothing in a made database is anybody's, so its key is no secret. */
export const defaultKey = 'c0'.repeat(32);
