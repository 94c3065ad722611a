import * as z from 'zod';
import { chosenKeysSchema } from '../commands/keymap.ts';
import { isPassphraseStrongEnough } from '../password/passphrase.ts';
import { paperSchema } from '../print/paper.ts';
import { SYSTEMS } from '../system/abilities.ts';
import { languageSchema } from '../values.ts';
import { storeFailureSchema } from './errors.ts';
import { holderFactsSchema, rescueReportSchema } from './safety-calls.ts';

/** Facts about the running program. */
export const appInfoSchema = z.strictObject({
  version: z.string(),
  /** `evaluation` is the end-of-life runtime for trying and testing; it shows a lasting banner. */
  runtime: z.enum(['official', 'evaluation']),
  electronVersion: z.string(),
  platform: z.string(),
  system: z.enum(SYSTEMS),
});
export type AppInfo = z.infer<typeof appInfoSchema>;

/** `ready` answers calls; `restarting` is shown as a short notice; `failed` after it could not be restarted. */
export const backendStateSchema = z.strictObject({
  state: z.enum(['starting', 'ready', 'restarting', 'failed']),
  restarts: z.int().nonnegative(),
});
export type BackendState = z.infer<typeof backendStateSchema>;

/** What was set for one camera the last time. Lenient, because the settings file may come from a later version. */
export const cameraPreferenceSchema = z.object({
  /** Digital zoom: the middle of the picture is cut out before it is read. 1 shows all of it. */
  zoom: z.number().min(1).max(4),
  /** In the camera's own unit; null leaves the lens as it is. */
  lensZoom: z.number().nullable(),
  /** Metres; null is automatic focus. */
  focusDistance: z.number().nullable(),
});
export type CameraPreference = z.infer<typeof cameraPreferenceSchema>;

/** A global shortcut as Electron writes it. Never with Alt or AltGr, which national layouts need to type signs. */
export const acceleratorSchema = z
  .string()
  .regex(/^(?:Control\+|Command\+|Shift\+){1,3}(?:[A-Z0-9]|F(?:[1-9]|1\d|2[0-4]))$/);

/**
 * The global shortcut. `untested`: registered, but not pressed since. `works`: it has arrived. `taken`: another program has it.
 * `wayland`: the desktop decides, and does not say how.
 */
export const hotkeyStateSchema = z.strictObject({
  accelerator: acceleratorSchema.nullable(),
  state: z.enum(['off', 'untested', 'works', 'taken', 'wayland']),
});
export type HotkeyState = z.infer<typeof hotkeyStateSchema>;

/** A printer and what is in it; a null printer asks each time. */
export const printerProfileSchema = z.object({ printer: z.string().max(200).nullable(), paper: paperSchema });
export type PrinterProfile = z.infer<typeof printerProfileSchema>;

/** Settings of this computer; everything else is in the database. */
export const settingsSchema = z.strictObject({
  theme: z.enum(['system', 'light', 'dark', 'contrast']),
  language: languageSchema,
  /** Signs the audit trail; empty until the agent has said it, and until then nothing can be done. */
  agentName: z.string().max(100),
  cameraDeviceId: z.string().nullable(),
  /** Also remembered by name, because device ids change when permissions are reset. */
  cameraLabel: z.string().nullable(),
  isCameraMirrored: z.boolean(),
  /** By the camera's name, because device ids change. */
  cameraPreferences: z.record(z.string().max(200), cameraPreferenceSchema),
  /** The scanner stays open after a code was read, ready for the next customer's. */
  isScanContinuous: z.boolean(),
  /** A small picture of each reset code is kept with its scan, until the ticket closes. */
  areCropsKept: z.boolean(),
  areSingleKeysEnabled: z.boolean(),
  /** By the name of the command; see `core/commands`. */
  keys: chosenKeysSchema,
  /** The list of what makes a desk ready was put away. */
  isFirstDayOver: z.boolean(),
  /** How much air the rows of the queue have. */
  queueDensity: z.enum(['comfortable', 'compact']),
  /** Where each kind of paper goes. Lenient, because the settings file may come from a later version. */
  printing: z.object({ handOut: printerProfileSchema, receipt: printerProfileSchema }),
  /** Scans from any program; null for none. */
  hotkey: acceleratorSchema.nullable(),
  /** Desktop notifications of what is due; the notices inside the window come all the same. */
  areNotificationsShown: z.boolean(),
  /** A copied code or password is taken off the clipboard after so long. */
  clipboardClearSeconds: z.int().min(10).max(300),
  /** The desk locks itself after so long without anybody; 0 for never, null as long as nothing was chosen. */
  lockAfterMinutes: z.int().min(0).max(480).nullable(),
});
export type Settings = z.infer<typeof settingsSchema>;

/** A code or password on the clipboard. `ended`: how the last one went; `replaced` means that something else was copied. */
export const secretClipboardStateSchema = z.strictObject({
  /** By this computer's clock; null when none is there. */
  clearsAt: z.int().nonnegative().nullable(),
  ended: z.enum(['cleared', 'replaced']).nullable(),
});
export type SecretClipboardState = z.infer<typeof secretClipboardStateSchema>;

export const protectionSchema = z.enum(['keyring', 'passphrase', 'unprotected']);
export type Protection = z.infer<typeof protectionSchema>;

/** How a key is to be kept from now on. */
export const newProtectionSchema = z.discriminatedUnion('protection', [
  z.strictObject({ protection: z.literal('keyring') }),
  z.strictObject({
    protection: z.literal('passphrase'),
    passphrase: z.string().max(200).refine(isPassphraseStrongEnough),
  }),
  z.strictObject({ protection: z.literal('unprotected') }),
]);
export type NewProtection = z.infer<typeof newProtectionSchema>;

const keyringFactsSchema = z.strictObject({ isKeyringAvailable: z.boolean(), keyringName: z.string() });

/**
 * Why the database is not open although it should be there.
 *
 * - `moved`: the file is not where it was
 * - `keyMissing`: the records are there, the file with the key is not
 * - `keyUnreadable`: the file with the key is there, but the computer does not let it be read
 * - `keyNewer`: the file with the key is whole, but written in a way that this version does not know
 * - `weakerKey`: the key is protected less than this computer remembers, so it may be another's
 * - `keyringLocked`: the keyring that holds the key is there and locked
 * - `keyringForgot`: the keyring is there and open, and does not have what it wrapped the key with any more
 * - `keyringChanged`: the keyring that holds the key can not be reached
 */
export const vaultFailureSchema = z.enum([
  ...storeFailureSchema.options,
  'moved',
  'keyMissing',
  'keyUnreadable',
  'keyNewer',
  'weakerKey',
  'keyringLocked',
  'keyringForgot',
  'keyringChanged',
]);
export type VaultFailure = z.infer<typeof vaultFailureSchema>;

/** What was done to damaged or replaced records since the program started. `aside`: where the former file is. */
export const repairSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('restored'), aside: z.string() }),
  z.strictObject({ kind: z.literal('rescued'), aside: z.string(), report: rescueReportSchema }),
]);
export type Repair = z.infer<typeof repairSchema>;

/** What locked a desk that was open. `system`: the computer was locked or put to sleep. */
export const lockCauseSchema = z.enum(['agent', 'idle', 'system']);
export type LockCause = z.infer<typeof lockCauseSchema>;

/** When the lock on the key was last changed, epoch ms, and whether the recovery key had opened the records for it. */
export const protectionChangeSchema = z.strictObject({ at: z.number(), wasRecovered: z.boolean() });
export type ProtectionChange = z.infer<typeof protectionChangeSchema>;

/**
 * The encrypted database and its key.
 * `new`: nothing exists yet, the agent chooses a protection. `locked`: it is shut, and no key is in memory.
 * `failed`: it exists but can not be opened; nothing was changed or replaced.
 */
export const vaultStateSchema = z.discriminatedUnion('state', [
  keyringFactsSchema.extend({ state: z.literal('new') }),
  z.strictObject({
    state: z.literal('locked'),
    /** `nothing`: no passphrase protects this desk, so whoever sits here can open it. */
    needs: z.enum(['passphrase', 'nothing']),
    /** Null when it has not been open since the program started. */
    lockedBy: lockCauseSchema.nullable(),
    /** What was under way, such as an import, is still being ended. It can be opened again behind that. */
    isClosing: z.boolean(),
    hasRecoveryKey: z.boolean(),
    /** Null when it is as it was at the beginning, or an earlier version changed it. */
    lastChange: protectionChangeSchema.nullable(),
  }),
  keyringFactsSchema.extend({
    state: z.literal('open'),
    protection: protectionSchema,
    /** Epoch ms; null without a recovery key. */
    recoveryKeyMadeAt: z.number().nullable(),
    /** The recovery key opened it: until the agent chooses, nothing else will open it at the next start. */
    mustProtectAnew: z.boolean(),
    repair: repairSchema.nullable(),
  }),
  z.strictObject({
    state: z.literal('failed'),
    reason: vaultFailureSchema,
    file: z.string(),
    /** Without the key no backup can be restored. */
    isKeyKnown: z.boolean(),
    hasRecoveryKey: z.boolean(),
    /** The keyring that has the key and the one that is there now, for `keyringChanged`. */
    keyrings: z.strictObject({ former: z.string(), present: z.string() }).nullable(),
    /** Who has the records open, for `inUse`; null when that can not be told. */
    holder: holderFactsSchema.nullable(),
  }),
]);
export type VaultState = z.infer<typeof vaultStateSchema>;

/** One display at native pixels. */
export const capturedScreenSchema = z.strictObject({
  label: z.string(),
  width: z.int().positive(),
  height: z.int().positive(),
  /** width * height * 4 bytes, blue-green-red-alpha. */
  bgra: z.instanceof(Uint8Array),
});
export type CapturedScreen = z.infer<typeof capturedScreenSchema>;

/**
 * How the screens can be seen. `silent` and `list`: as the agent asks; `desktop`: the desktop gives it, and may ask its user
 * first; `none`: no program gets it here.
 */
export const screenAbilitiesSchema = z.strictObject({
  picture: z.enum(['silent', 'desktop', 'none']),
  watch: z.enum(['list', 'desktop', 'none']),
});
export type ScreenAbilities = z.infer<typeof screenAbilitiesSchema>;

/** A window of another program, as the system names it. */
export const watchableWindowSchema = z.strictObject({
  /** As the system's capturer names it: of a window, never of a whole screen. */
  id: z.string().regex(/^window:\d{1,20}:\d{1,20}$/),
  name: z.string(),
  thumbnail: capturedScreenSchema.nullable(),
});
export type WatchableWindow = z.infer<typeof watchableWindowSchema>;

/** A part of a picture, in its pixels, from the upper left corner. */
export const areaSchema = z.strictObject({
  x: z.int().nonnegative(),
  y: z.int().nonnegative(),
  width: z.int().positive(),
  height: z.int().positive(),
});
export type Area = z.infer<typeof areaSchema>;
