import { assertNever } from '../../../core/assert-never.ts';
import type { ResetScan } from '../../../core/contract/ticket-calls.ts';
import { guessDeviceKind } from '../../../core/qr/device-kind.ts';
import type { QrReading } from '../../../core/qr/reading.ts';
import type { DeviceKind, ScanSource } from '../../../core/values.ts';
import type { Found } from './found.ts';

/** Where what was scanned belongs, by the agent's word: to the ticket in hand, or to another or new one. */
export type Place = 'here' | 'there';

export interface DeviceFacts {
  readonly serial: string;
  readonly deviceKind: DeviceKind;
  readonly model: string;
}

export type IntakePlan =
  | { readonly kind: 'recordScan'; readonly ticketId: string; readonly scan: ResetScan }
  | { readonly kind: 'openByQr'; readonly scan: ResetScan; readonly label: DeviceFacts | null }
  | { readonly kind: 'attachDevice'; readonly ticketId: string; readonly device: DeviceFacts }
  | { readonly kind: 'openBySerial'; readonly device: DeviceFacts }
  /** Of no use to a reset: the agent is told what it is and what to do. */
  | { readonly kind: 'explain' };

/**
 * Decides what a code does: a reset code belongs to the ticket in hand or starts one, a label names the device.
 *
 * @param ticketId of the ticket on screen, if it can take a scan (it is open)
 */
export function planIntake(found: Found, source: ScanSource, ticketId: string | null): IntakePlan {
  const { reading } = found;
  switch (reading.kind) {
    case 'dahuaReset': {
      const { qrVersion, ecLevel, maskPattern, crop } = found;
      const scan: ResetScan = {
        payload: reading.payload,
        source,
        qrVersion,
        ecLevel,
        maskPattern,
        ...(crop === null ? {} : { crop }),
      };
      return ticketId === null
        ? { kind: 'openByQr', scan, label: found.label === null ? null : deviceOf(found.label) }
        : { kind: 'recordScan', ticketId, scan };
    }
    case 'deviceLabel':
      return planDevice(deviceOf(reading), ticketId);
    case 'serial':
      return planDevice({ serial: reading.serial, ...modelFacts(null) }, ticketId);
    case 'dahuaResetTruncated':
    case 'link':
    case 'hikvisionPhoneReset':
    case 'hikvisionLabel':
    case 'hikvisionDeviceCode':
    case 'hikvisionSharing':
    case 'other':
    case 'unknown':
      return { kind: 'explain' };
    default:
      return assertNever(reading);
  }
}

/** The device that a label names; null where its serial can not be read. */
export function deviceOf({ serial, model }: Extract<QrReading, { kind: 'deviceLabel' }>): DeviceFacts | null {
  return serial === null ? null : { serial, ...modelFacts(model) };
}

function modelFacts(model: string | null): Omit<DeviceFacts, 'serial'> {
  return { deviceKind: guessDeviceKind(model), model: model ?? '' };
}

function planDevice(device: DeviceFacts | null, ticketId: string | null): IntakePlan {
  if (device === null) return { kind: 'explain' };
  if (ticketId === null) return { kind: 'openBySerial', device };
  return { kind: 'attachDevice', ticketId, device };
}

/**
 * Codes that wait for the agent's word: several at once, or a bare serial from the clipboard, which could be a security
 * code that was copied out of a mail and must not be sent anywhere unasked.
 */
export function needsChoice(found: readonly Found[], source: ScanSource): boolean {
  return found.length > 1 || (source === 'clipboard' && found[0]?.reading.kind === 'serial');
}
