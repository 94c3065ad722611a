import type * as z from 'zod';
import { attachmentCalls } from './attachment-calls.ts';
import { changeCalls } from './change-calls.ts';
import { clockCalls } from './clock-calls.ts';
import { dashboardCalls } from './dashboard-calls.ts';
import { demoCalls } from './demo-calls.ts';
import { deskCalls } from './desk-calls.ts';
import type { Endpoint, EventOf } from './endpoint.ts';
import { linkCalls } from './link-calls.ts';
import { mergeCalls } from './merge-calls.ts';
import { outCalls } from './out-calls.ts';
import { peopleCalls } from './people-calls.ts';
import { playbookCalls } from './playbook-calls.ts';
import { privacyCalls } from './privacy-calls.ts';
import { queueCalls } from './queue-calls.ts';
import { recordCalls } from './record-calls.ts';
import { safetyCalls } from './safety-calls.ts';
import { searchCalls } from './search-calls.ts';
import { settingsCalls } from './settings-calls.ts';
import { shellCalls } from './shell-calls.ts';
import { ticketCalls } from './ticket-calls.ts';
import { transferCalls } from './transfer-calls.ts';
import { undoCalls } from './undo-calls.ts';
import { updateCalls } from './update-calls.ts';
import { vaultCalls } from './vault-calls.ts';
import { viewCalls } from './view-calls.ts';
import { wordsCalls } from './words-calls.ts';

/** Every call and event of ResetDesk, one file for each group. No endpoint takes a security code or a device password. */
export const contract = {
  ...shellCalls,
  ...settingsCalls,
  ...linkCalls,
  ...outCalls,
  ...playbookCalls,
  ...ticketCalls,
  ...queueCalls,
  ...dashboardCalls,
  ...viewCalls,
  ...peopleCalls,
  ...deskCalls,
  ...changeCalls,
  ...clockCalls,
  ...searchCalls,
  ...recordCalls,
  ...mergeCalls,
  ...safetyCalls,
  ...wordsCalls,
  ...vaultCalls,
  ...undoCalls,
  ...updateCalls,
  ...privacyCalls,
  ...transferCalls,
  ...demoCalls,
  ...attachmentCalls,
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

const names = Object.keys(contract) as (keyof Contract)[];

export const eventNames: readonly EventName[] = names.filter(
  (name): name is EventName => contract[name].kind === 'event',
);
