import * as z from 'zod';
import { playbookSchema } from '../playbook/schema.ts';
import { evidenceSchema, outcomeSchema } from '../ticket/schema.ts';
import { deviceKindSchema, epochMsSchema, idSchema, scanSourceSchema, serialSchema } from '../values.ts';
import { cropSchema } from './crop.ts';
import { command, type Endpoint, type EventOf, event, query } from './endpoint.ts';
import { customerSchema, deviceSchema, laneSchema, ticketDetailsSchema, ticketRowSchema } from './records.ts';
import {
  appInfoSchema,
  areaSchema,
  backendStateSchema,
  capturedScreenSchema,
  hotkeyStateSchema,
  settingsSchema,
  vaultStateSchema,
  watchableWindowSchema,
} from './shell-records.ts';

const nothing = z.strictObject({});
const ticketId = z.strictObject({ ticketId: idSchema });
const changedTicket = z.strictObject({ ticket: ticketDetailsSchema });

/** A reset QR as the scanner read it. The payload is a request the owner must see through, not a secret code. */
export const resetScanSchema = z.strictObject({
  payload: z.string().min(94).max(1100),
  source: scanSourceSchema,
  qrVersion: z.int().min(1).max(40).nullable(),
  ecLevel: z.enum(['L', 'M', 'Q', 'H']).nullable(),
  maskPattern: z.int().min(0).max(7).nullable(),
  /** What the code looked like, as evidence; only where the agent's settings ask for it. */
  crop: cropSchema.optional(),
});
export type ResetScan = z.infer<typeof resetScanSchema>;

/**
 * What survives a crash before it is sent: half-typed text, and the evidence ticked so far. Closed, so that no code or password field can
 * be added by a caller.
 */
export const draftFieldSchema = z.enum([
  'note',
  'serial',
  'customerSearch',
  'evidence',
  'mailAddress',
  'queueSearch',
]);
export type DraftField = z.infer<typeof draftFieldSchema>;

/** Every call and event of ResetDesk. No endpoint takes a security code or a device password. */
export const contract = {
  // The shell: this computer, its windows, its screens.
  'app.getInfo': query({ host: 'shell', input: nothing, output: appInfoSchema }),
  'app.getBackendState': query({ host: 'shell', input: nothing, output: backendStateSchema }),
  'app.backendStateChanged': event({ host: 'shell', payload: backendStateSchema }),
  'app.scanRequested': event({ host: 'shell', payload: nothing }),
  /** Brings the console to the front, for what the agent waits for while looking at another window. */
  'app.present': command({ host: 'shell', input: nothing, output: nothing }),

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
  'hotkey.stopTest': command({ host: 'shell', input: nothing, output: nothing }),
  'hotkey.stateChanged': event({ host: 'shell', payload: hotkeyStateSchema }),

  'settings.get': query({ host: 'shell', input: nothing, output: settingsSchema }),
  'settings.update': command({ host: 'shell', input: settingsSchema.partial(), output: settingsSchema }),
  'settings.changed': event({ host: 'shell', payload: settingsSchema }),

  'vault.getState': query({ host: 'shell', input: nothing, output: vaultStateSchema }),
  'vault.create': command({
    host: 'shell',
    input: z.discriminatedUnion('protection', [
      z.strictObject({ protection: z.literal('keyring') }),
      z.strictObject({ protection: z.literal('passphrase'), passphrase: z.string().min(8).max(200) }),
      z.strictObject({ protection: z.literal('unprotected') }),
    ]),
    output: vaultStateSchema,
  }),
  'vault.unlock': command({
    host: 'shell',
    input: z.strictObject({ passphrase: z.string().min(1).max(200) }),
    output: vaultStateSchema,
  }),
  'vault.changed': event({ host: 'shell', payload: vaultStateSchema }),

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
  /** The caller's next `getDisplayMedia` gets this window; every other one is refused. */
  'capture.allowWindow': command({
    host: 'shell',
    input: watchableWindowSchema.pick({ id: true }),
    output: nothing,
  }),
  /** The frozen screens' own calls; answered to the windows that cover the screens only. */
  'region.getView': query({
    host: 'shell',
    input: nothing,
    output: z.strictObject({ picture: capturedScreenSchema, screenCount: z.int().positive() }),
  }),
  /** The picture is drawn, so the window can appear. */
  'region.ready': command({ host: 'shell', input: nothing, output: nothing }),
  'region.take': command({ host: 'shell', input: z.strictObject({ area: areaSchema }), output: nothing }),
  'region.cancel': command({ host: 'shell', input: nothing, output: nothing }),
  'region.focusNext': command({ host: 'shell', input: nothing, output: nothing }),
  'clipboard.paste': command({ host: 'shell', input: nothing, output: nothing }),
  'mail.openDraft': command({
    host: 'shell',
    input: z.strictObject({ to: z.email(), subject: z.string().max(200), body: z.string().max(2000) }),
    output: z.strictObject({ isOpened: z.boolean() }),
  }),
  'practice.open': command({ host: 'shell', input: nothing, output: nothing }),
  /** The practice phone looks at the console's window; answered to the practice window only. */
  'practice.photographConsole': command({ host: 'shell', input: nothing, output: capturedScreenSchema }),

  // The backend: records.
  'store.open': command({
    host: 'backend',
    caller: 'shell',
    input: z.strictObject({ file: z.string(), keyHex: z.string().regex(/^[0-9a-f]{64}$/) }),
    output: nothing,
  }),
  'store.close': command({ host: 'backend', caller: 'shell', input: nothing, output: nothing }),

  'playbook.list': query({
    host: 'backend',
    input: nothing,
    output: z.strictObject({ playbooks: z.array(playbookSchema) }),
  }),

  'ticket.list': query({
    host: 'backend',
    input: z.strictObject({
      lane: laneSchema,
      /** Name in any case, digits inside a phone or serial, or a ticket number. */
      search: z.string().max(200),
      limit: z.int().min(1).max(200),
      /** `updatedAt` and id of the last row of the page before. */
      after: z.strictObject({ updatedAt: epochMsSchema, id: idSchema }).nullable(),
    }),
    output: z.strictObject({
      rows: z.array(ticketRowSchema),
      hasMore: z.boolean(),
      counts: z.strictObject({ now: z.int(), waiting: z.int(), closed: z.int() }),
    }),
  }),
  'ticket.get': query({ host: 'backend', input: ticketId, output: changedTicket }),
  'ticket.changed': event({
    host: 'backend',
    payload: z.strictObject({ ticketId: idSchema, version: z.int() }),
  }),
  /**
   * Brings up the ticket for what the agent has in hand: a QR seen before or a known serial opens the device's
   * open ticket (`isExisting`), anything else a new one.
   */
  'ticket.open': command({
    host: 'backend',
    input: z.discriminatedUnion('by', [
      z.strictObject({ by: z.literal('resetQr'), scan: resetScanSchema }),
      z.strictObject({
        by: z.literal('serial'),
        serial: serialSchema,
        deviceKind: deviceKindSchema,
        model: z.string().max(100),
      }),
      z.strictObject({ by: z.literal('hand') }),
    ]),
    output: z.strictObject({ ticket: ticketDetailsSchema, isExisting: z.boolean() }),
  }),
  /** If another open ticket already has this QR, nothing changes and `ticket` is that other one (`isOther`). */
  'ticket.recordScan': command({
    host: 'backend',
    input: z.strictObject({ ticketId: idSchema, scan: resetScanSchema }),
    output: z.strictObject({ ticket: ticketDetailsSchema, isOther: z.boolean() }),
  }),
  /**
   * Gives the ticket its device, making the device if it is new. If the device has another open ticket, this one's scan
   * moves there, this one closes as `merged`, and `ticket` is the other one (`isOther`).
   */
  'ticket.attachDevice': command({
    host: 'backend',
    input: z.strictObject({
      ticketId: idSchema,
      serial: serialSchema,
      deviceKind: deviceKindSchema,
      model: z.string().max(100),
    }),
    output: z.strictObject({ ticket: ticketDetailsSchema, isOther: z.boolean() }),
  }),
  'ticket.attachCustomer': command({
    host: 'backend',
    input: z.strictObject({ ticketId: idSchema, customerId: idSchema }),
    output: changedTicket,
  }),
  'ticket.answerStep': command({
    host: 'backend',
    input: z.strictObject({
      ticketId: idSchema,
      /** The step the agent was looking at: an answer to a step that has been left is refused as a conflict. */
      stepId: z.string(),
      answerId: z.string(),
      evidence: z.array(evidenceSchema),
      /** The address printed on the device, for a mailed request. */
      mailAddress: z.email().nullable(),
    }),
    output: changedTicket,
  }),
  'ticket.reopenStep': command({
    host: 'backend',
    input: z.strictObject({ ticketId: idSchema, stepId: z.string() }),
    output: changedTicket,
  }),
  'ticket.addNote': command({
    host: 'backend',
    input: z.strictObject({ ticketId: idSchema, text: z.string().min(1).max(4000) }),
    output: changedTicket,
  }),
  'ticket.close': command({
    host: 'backend',
    input: z.strictObject({ ticketId: idSchema, outcome: outcomeSchema.exclude(['merged', 'resolved']) }),
    output: changedTicket,
  }),
  'ticket.reopen': command({ host: 'backend', input: ticketId, output: changedTicket }),

  /** The picture of the code that was kept with a scan; null when none was, or once the ticket closed. */
  'scan.getCrop': query({
    host: 'backend',
    input: z.strictObject({ scanId: idSchema }),
    output: z.strictObject({ crop: cropSchema.nullable() }),
  }),

  'customer.search': query({
    host: 'backend',
    input: z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(50) }),
    output: z.strictObject({ customers: z.array(customerSchema) }),
  }),
  /** Makes a customer and attaches it to the ticket in one step. */
  'customer.create': command({
    host: 'backend',
    input: z.strictObject({
      ticketId: idSchema,
      name: z.string().max(200),
      phone: z.string().max(50),
      email: z.string().max(254),
    }),
    output: changedTicket,
  }),
  'customer.update': command({
    host: 'backend',
    input: z.strictObject({
      customerId: idSchema,
      version: z.int().positive(),
      change: z
        .strictObject({ name: z.string().max(200), phone: z.string().max(50), email: z.string().max(254) })
        .partial(),
    }),
    output: z.strictObject({ customer: customerSchema }),
  }),
  'customer.changed': event({
    host: 'backend',
    payload: z.strictObject({ customerId: idSchema, version: z.int() }),
  }),
  'device.update': command({
    host: 'backend',
    input: z.strictObject({
      deviceId: idSchema,
      version: z.int().positive(),
      change: z.strictObject({ model: z.string().max(100), kind: deviceKindSchema }).partial(),
    }),
    output: z.strictObject({ device: deviceSchema }),
  }),

  /** Half-typed text. `scope` is a ticket id or `desk`. An empty text removes the draft. */
  'draft.put': command({
    host: 'backend',
    input: z.strictObject({
      scope: z.union([idSchema, z.literal('desk')]),
      field: draftFieldSchema,
      text: z.string().max(4000),
    }),
    output: nothing,
  }),
  'draft.list': query({
    host: 'backend',
    input: z.strictObject({ scope: z.union([idSchema, z.literal('desk')]) }),
    output: z.strictObject({
      drafts: z.array(z.strictObject({ field: draftFieldSchema, text: z.string() })),
    }),
  }),
  /** The ticket that was open when the app last ran, to resume after a crash. */
  'desk.getLastTicket': query({
    host: 'backend',
    input: nothing,
    output: z.strictObject({ ticketId: idSchema.nullable() }),
  }),
  'desk.setLastTicket': command({
    host: 'backend',
    input: z.strictObject({ ticketId: idSchema.nullable() }),
    output: nothing,
  }),
} as const satisfies Record<string, Endpoint | EventOf>;

export type Contract = typeof contract;

/** Names of the calls (queries and commands). */
export type CallName = {
  [Name in keyof Contract]: Contract[Name] extends Endpoint ? Name : never;
}[keyof Contract];
export type EventName = Exclude<keyof Contract, CallName>;
export type CallNameOf<H extends 'shell' | 'backend'> = {
  [Name in CallName]: Contract[Name] extends { readonly host: H } ? Name : never;
}[CallName];

/** What a caller passes (before defaults), and what a handler receives. */
export type CallInput<Name extends CallName> = z.input<Contract[Name]['input']>;
export type ParsedInput<Name extends CallName> = z.output<Contract[Name]['input']>;
export type CallOutput<Name extends CallName> = z.output<Contract[Name]['output']>;
export type EventPayload<Name extends EventName> = z.output<Contract[Name]['payload']>;
