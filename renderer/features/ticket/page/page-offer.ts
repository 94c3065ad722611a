import type { TicketDetails } from '../../../../core/contract/records.ts';
import { kindOfModel } from '../../../../core/reset-page/page-fields.ts';
import type { PageReading, ReadValue } from '../../../../core/reset-page/read-page.ts';
import type { DeviceKind, Generation } from '../../../../core/values.ts';

/** What a page offers to a ticket; null where it offers nothing new. */
export interface PageOffer {
  readonly serial: ReadValue | null;
  /** The ticket's device, where it is another one than the page names. */
  readonly otherSerial: string | null;
  readonly mailbox: ReadValue | null;
  readonly address: ReadValue | null;
  readonly deviceKind: DeviceKind | null;
  readonly generation: Generation | null;
  /** Only told: they give the agent something to ask and to compare. */
  readonly date: ReadValue | null;
  readonly hasQuestions: boolean;
}

export function offerOf(
  { values, generation, hasQuestions }: PageReading,
  { device, state }: Pick<TicketDetails, 'device' | 'state'>,
): PageOffer {
  const isSameDevice = device !== null && device.serial === values.serial?.value;
  const kind = kindOfModel(values.model?.value ?? null);
  return {
    serial: isSameDevice ? null : (values.serial ?? null),
    otherSerial: device === null || isSameDevice || values.serial === undefined ? null : device.serial,
    mailbox: values.mailbox ?? null,
    address: values.address ?? null,
    deviceKind: kind === (device?.kind ?? state.situation['deviceKind']) ? null : kind,
    generation: generation === state.situation['generation'] ? null : generation,
    date: values.date ?? null,
    hasQuestions,
  };
}

export const OFFERED = ['serial', 'mailbox', 'address', 'deviceKind', 'generation'] as const;
/** What can be taken over into the ticket. */
export type Offered = (typeof OFFERED)[number];

/** The names of what can be taken, in their order. */
export function offeredIn(offer: PageOffer): readonly Offered[] {
  return OFFERED.filter((name) => offer[name] !== null);
}

/** What the agent took, as compared and mended. */
export type Chosen = Partial<Record<Offered, string>>;

/** The value of a field as it was read. */
export function textOf(offer: PageOffer, name: Offered): string {
  const value = offer[name];
  if (value === null) return '';
  return typeof value === 'string' ? value : value.value;
}
