import * as z from 'zod';

/**
 * Why a file was not written.
 *
 * - `folderGone`: there is no such folder any more
 * - `notPermitted`: this user may not write there
 * - `readOnly`: the disk can only be read
 * - `diskFull`: there is no room, or this user's share of it is used up
 * - `badName`: the name is too long for the disk, or has signs that it does not take
 * - `nameTaken`: a folder has this name
 * - `inUse`: another program holds the file that has this name
 * - `diskFault`: the disk does not answer, as one that was pulled out
 */
export const fileFailureSchema = z.enum([
  'folderGone',
  'notPermitted',
  'readOnly',
  'diskFull',
  'badName',
  'nameTaken',
  'inUse',
  'diskFault',
]);
export type FileFailure = z.infer<typeof fileFailureSchema>;
