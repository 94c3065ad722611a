import * as z from 'zod';

/**
 * The drawings a step can show beside its words: `"picture": "labelSerial"`. A closed list, because each is drawn in
 * `renderer/features/pictures`. They are schematic: they carry the labels that the sources name, and claim no more.
 *
 * - `monitor`, `browser`: where "Forgot password" is and what comes after it, in every known look, to be compared;
 *   `monitorOlder`, `monitor4`, `monitor2022`, `browserWeb3`, `browserWeb5`: the same where the look is known
 * - `unlockPattern`: the pattern screen that stands before the password
 * - `qrPage`: the reset page, its code and the printed address
 * - `dmss`: the way to the scanner in the app; `dmssOlder`: in its earlier releases
 * - `labelSerial`: the label, and which of its texts is the serial
 * - `configTool`: the reset place of the vendor's tool
 */
export const pictureSchema = z.enum([
  'monitor',
  'monitorOlder',
  'monitor4',
  'monitor2022',
  'browser',
  'browserWeb3',
  'browserWeb5',
  'unlockPattern',
  'qrPage',
  'dmss',
  'dmssOlder',
  'labelSerial',
  'configTool',
]);
export type PictureName = z.infer<typeof pictureSchema>;
