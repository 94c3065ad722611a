import * as z from 'zod';
import { movableSettings } from '../settings/settings-file.ts';
import { keptSettingSchema } from '../settings/weakenings.ts';
import { command, type Endpoint, type EventOf, nothing } from './endpoint.ts';

/** The settings of this computer as a file, for another one. */
export const settingsCalls = {
  'settings.exportFile': command({
    host: 'shell',
    input: nothing,
    output: z.strictObject({ isSaved: z.boolean() }),
  }),
  /** Takes what the chosen file holds and this version understands; null when none was chosen. */
  'settings.importFile': command({
    host: 'shell',
    input: nothing,
    output: z.strictObject({
      report: z
        .discriminatedUnion('result', [
          /** `foreign`: it was read, and is no settings file. */
          z.strictObject({
            result: z.literal('refused'),
            why: z.enum(['foreign', 'tooLarge', 'unreadable']),
          }),
          z.strictObject({
            result: z.literal('taken'),
            taken: z.array(z.enum(movableSettings)),
            /** What would protect this computer less stays as it is. */
            kept: z.array(keptSettingSchema),
            leftOut: z.array(z.string().max(100)).max(50),
          }),
        ])
        .nullable(),
    }),
  }),
} as const satisfies Record<string, Endpoint | EventOf>;
