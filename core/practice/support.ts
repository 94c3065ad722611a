import { makeSecurityCode, type RandomInt } from './make-up.ts';
import { screenDate } from './screen-date.ts';
import { Store } from './store.ts';

export interface SupportState {
  /** What the support mailed to the owner: a password for one day. Null before that. */
  readonly temporaryPassword: string | null;
}

export type SupportAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'wrongSerial' | 'wrongDate' };

/** What the pretend support knows of the device, and may do to it. */
export interface SupportedDevice {
  readonly now: () => number;
  readonly randomInt: RandomInt;
  readonly serial: string;
  readonly allowForToday: (temporaryPassword: string) => void;
}

/**
 * A pretend support that helps the owner, as one vendor's does: full serial and the date on the screen, and the answer
 * goes out by mail. What a real one sends differs; here it is a password for one day. Source: domain note 2.
 */
export class PracticeSupport extends Store<SupportState> {
  readonly #device: SupportedDevice;

  constructor(device: SupportedDevice) {
    super({ temporaryPassword: null });
    this.#device = device;
  }

  /** @param date as the device shows it: `2026-11-25` */
  ask(serial: string, date: string): SupportAnswer {
    const { now, randomInt, allowForToday } = this.#device;
    if (serial.trim().toUpperCase() !== this.#device.serial) return { ok: false, reason: 'wrongSerial' };
    if (date.trim() !== screenDate(now())) return { ok: false, reason: 'wrongDate' };
    const temporaryPassword = makeSecurityCode(randomInt);
    allowForToday(temporaryPassword);
    this.change({ temporaryPassword });
    return { ok: true };
  }
}
