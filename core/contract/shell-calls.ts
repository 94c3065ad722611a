import * as z from 'zod';
import { countrySchema } from '../values.ts';
import { command, type Endpoint, type EventOf, event, nothing, query } from './endpoint.ts';
import {
  appInfoSchema,
  areaSchema,
  backendStateSchema,
  capturedScreenSchema,
  hotkeyStateSchema,
  newProtectionSchema,
  screenAbilitiesSchema,
  secretClipboardStateSchema,
  settingsSchema,
  vaultStateSchema,
  watchableWindowSchema,
} from './shell-records.ts';

/** The shell: this computer, its windows, its screens; and how it opens the backend's store. */
export const shellCalls = {
  'app.getInfo': query({
    host: 'shell',
    windows: ['console', 'practice'],
    whileLocked: true,
    input: nothing,
    output: appInfoSchema,
  }),
  'app.getBackendState': query({
    host: 'shell',
    whileLocked: true,
    input: nothing,
    output: backendStateSchema,
  }),
  'app.backendStateChanged': event({
    host: 'shell',
    answers: 'app.getBackendState',
    payload: backendStateSchema,
  }),
  'app.scanRequested': event({ host: 'shell', payload: nothing }),
  /** Brings the console to the front, for what the agent waits for while looking at another window. */
  'app.present': command({ host: 'shell', input: nothing, output: nothing }),
  /** What the zoom keys do, which the shell listens for itself. */
  'app.zoom': command({
    host: 'shell',
    input: z.strictObject({ step: z.enum(['larger', 'smaller', 'usual']) }),
    output: nothing,
  }),
  /** A code or password shows in the console, so its window is kept out of pictures of the screen where the system can. */
  'app.setSecretShown': command({
    host: 'shell',
    input: z.strictObject({ isShown: z.boolean() }),
    output: nothing,
  }),

  /** The console's scanner is there; was a scan asked for before it was? Told once. */
  'app.takeScanRequest': command({
    host: 'shell',
    input: nothing,
    output: z.strictObject({ isRequested: z.boolean() }),
  }),

  'hotkey.getState': query({
    host: 'shell',
    input: nothing,
    /** `standard`: the keys it has until others are chosen. */
    output: hotkeyStateSchema.extend({ standard: z.string() }),
  }),
  /** Waits up to 20 seconds for the key; meanwhile it starts no scan. */
  'hotkey.test': command({
    host: 'shell',
    input: nothing,
    output: z.strictObject({ hasArrived: z.boolean() }),
  }),
  'hotkey.stopTest': command({ host: 'shell', whileLocked: true, input: nothing, output: nothing }),
  'hotkey.stateChanged': event({ host: 'shell', payload: hotkeyStateSchema }),

  'settings.get': query({
    host: 'shell',
    windows: ['console', 'practice', 'region', 'print'],
    whileLocked: true,
    input: nothing,
    output: settingsSchema,
  }),
  'settings.update': command({
    host: 'shell',
    keepsWords: true,
    input: settingsSchema.partial(),
    output: settingsSchema,
  }),
  'settings.changed': event({
    host: 'shell',
    answers: 'settings.get',
    windows: ['console', 'practice'],
    payload: settingsSchema,
  }),

  'vault.getState': query({ host: 'shell', whileLocked: true, input: nothing, output: vaultStateSchema }),
  'vault.create': command({
    host: 'shell',
    input: newProtectionSchema,
    output: vaultStateSchema,
  }),
  'vault.unlock': command({
    host: 'shell',
    whileLocked: true,
    /** Null for a desk that no passphrase protects. */
    input: z.strictObject({ passphrase: z.string().min(1).max(200).nullable() }),
    output: vaultStateSchema,
  }),
  'vault.changed': event({ host: 'shell', answers: 'vault.getState', payload: vaultStateSchema }),

  'capture.getAbilities': query({ host: 'shell', input: nothing, output: screenAbilitiesSchema }),
  'capture.grabScreens': command({
    host: 'shell',
    input: nothing,
    output: z.strictObject({ screens: z.array(capturedScreenSchema) }),
  }),
  /** Lets the agent mark an area on the frozen screens; null when it was left without one. A newer call ends an older. */
  'capture.selectRegion': command({
    host: 'shell',
    input: nothing,
    output: z.strictObject({ region: capturedScreenSchema.nullable() }),
  }),
  'capture.listWindows': command({
    host: 'shell',
    input: nothing,
    output: z.strictObject({ windows: z.array(watchableWindowSchema) }),
  }),
  /**
   * The caller's next `getDisplayMedia` gets this window, or with null what the desktop has its user choose; every other one is
   * refused.
   */
  'capture.allowWindow': command({
    host: 'shell',
    input: z.strictObject({ id: watchableWindowSchema.shape.id.nullable() }),
    output: nothing,
  }),
  /** The frozen screens' own calls; answered to the windows that cover the screens only. */
  'region.getView': query({
    host: 'shell',
    windows: ['region'],
    input: nothing,
    output: z.strictObject({ picture: capturedScreenSchema, screenCount: z.int().positive() }),
  }),
  /** The picture is drawn, so the window can appear. */
  'region.ready': command({ host: 'shell', windows: ['region'], input: nothing, output: nothing }),
  'region.take': command({
    host: 'shell',
    windows: ['region'],
    input: z.strictObject({ area: areaSchema }),
    output: nothing,
  }),
  'region.cancel': command({
    host: 'shell',
    windows: ['region'],
    whileLocked: true,
    input: nothing,
    output: nothing,
  }),
  'region.focusNext': command({ host: 'shell', windows: ['region'], input: nothing, output: nothing }),
  'clipboard.paste': command({ host: 'shell', input: nothing, output: nothing }),
  /** The window is about to put a secret on the clipboard. */
  'clipboard.expectSecret': command({ host: 'shell', input: nothing, output: nothing }),
  /** What the window has just put on the clipboard is a secret: it is cleared after a while, unless it has changed. */
  'clipboard.guardSecret': command({ host: 'shell', input: nothing, output: secretClipboardStateSchema }),
  /** A secret was marked with the mouse or the keyboard: on X11 that alone puts it where the middle button pastes from. */
  'clipboard.clearMarked': command({ host: 'shell', input: nothing, output: nothing }),
  'clipboard.clearSecret': command({ host: 'shell', input: nothing, output: secretClipboardStateSchema }),
  'clipboard.getSecretState': query({
    host: 'shell',
    whileLocked: true,
    input: nothing,
    output: secretClipboardStateSchema,
  }),
  'clipboard.secretStateChanged': event({
    host: 'shell',
    answers: 'clipboard.getSecretState',
    payload: secretClipboardStateSchema,
  }),
  'practice.open': command({ host: 'shell', input: nothing, output: nothing }),
  /** The practice phone looks at the console's window; answered to the practice window only. */
  'practice.photographConsole': command({
    host: 'shell',
    windows: ['practice'],
    input: nothing,
    output: capturedScreenSchema,
  }),

  // Main's own way to steer the backend.
  'store.open': command({
    host: 'backend',
    caller: 'shell',
    input: z.strictObject({
      file: z.string(),
      keyHex: z.string().regex(/^[0-9a-f]{64}$/),
      /** The computer's own; a desk that has none yet takes it. */
      country: countrySchema.nullable().default(null),
    }),
    output: nothing,
  }),
  'store.close': command({ host: 'backend', caller: 'shell', input: nothing, output: nothing }),
} as const satisfies Record<string, Endpoint | EventOf>;
