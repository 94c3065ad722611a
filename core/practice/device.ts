import { isPasswordAllowed } from '../password/rules.ts';
import { practiceLimits, practicePasswordRules } from './limits.ts';
import {
  makeForgottenPassword,
  makeLabel,
  makeResetPayload,
  makeSecurityCode,
  type RandomInt,
} from './make-up.ts';
import type {
  CodeAnswer,
  LoginAnswer,
  PasswordAnswer,
  PracticeMail,
  PracticeQr,
  PracticeState,
  VendorAnswer,
} from './state.ts';

/** What the practice device takes from outside, so that a test can play it at any speed. */
export interface PracticeSurroundings {
  /** Epoch ms. */
  readonly now: () => number;
  readonly randomInt: RandomInt;
}

/**
 * A recorder to practise on, with a pretend vendor and the owner's mailbox. It knows nothing outside itself, and
 * nobody has its password. Starts with the live view on the monitor.
 */
export class PracticeDevice {
  readonly #surroundings: PracticeSurroundings;
  readonly #listeners = new Set<() => void>();
  #shownQrs: readonly PracticeQr[] = [];
  #password: string;
  #state: PracticeState;

  constructor(surroundings: PracticeSurroundings) {
    this.#surroundings = surroundings;
    this.#password = makeForgottenPassword(surroundings.randomInt);
    this.#state = firstState(surroundings.randomInt);
  }

  readonly getState = (): PracticeState => this.#state;

  /** Calls the listener after each change; returns the function that stops it. */
  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Right click on the live view. */
  openLogin(): void {
    this.#change({ page: 'login' });
  }

  forgetPassword(): void {
    this.#change({ page: 'notice' });
  }

  /** Shows a new QR. The codes of earlier ones no longer count, as the console assumes of real devices. */
  openResetPage(): void {
    const payload = makeResetPayload(this.#surroundings.randomInt);
    this.#shownQrs = [...this.#shownQrs, { payload, codesIssued: 0 }];
    this.#change({ page: 'resetCode', qrPayload: payload });
  }

  /** Back to the live view. The QR is gone. */
  closePage(): void {
    this.#change({ page: 'live', qrPayload: null });
  }

  /** Case counts. Five wrong codes in a row lock the device for five minutes. */
  enterCode(typed: string): CodeAnswer {
    if (this.#state.page !== 'resetCode') return { ok: false, reason: 'notAsked' };
    const lockedUntil = this.#lockEnd();
    if (lockedUntil !== null) return { ok: false, reason: 'locked', lockedUntil };
    const mail = this.#state.mails.find(
      (each) => each.payload === this.#state.qrPayload && each.securityCode === typed,
    );
    if (mail === undefined) {
      this.#countWrongTry('wrongCodesInARow');
      return { ok: false, reason: 'wrong' };
    }
    const ageMs = this.#surroundings.now() - mail.arrivedAt;
    if (ageMs >= practiceLimits.codeValidityMs) return { ok: false, reason: 'expired' };
    this.#change({ page: 'newPassword', qrPayload: null, wrongCodesInARow: 0 });
    return { ok: true };
  }

  setPassword(wanted: string, repeated: string): PasswordAnswer {
    if (this.#state.page !== 'newPassword') return { ok: false, reason: 'notAsked' };
    if (wanted !== repeated) return { ok: false, reason: 'different' };
    if (!isPasswordAllowed(practicePasswordRules, wanted)) return { ok: false, reason: 'notAllowed' };
    this.#password = wanted;
    this.#change({ page: 'passwordSync' });
    return { ok: true };
  }

  /** Whether the cameras get the new password too; then the recorder wants a login. */
  answerSync(isPasswordPassedOn: boolean): void {
    this.#change({ page: 'login', isPasswordPassedOn });
  }

  /** As many tries as for codes, counted apart, and the same lock. Source: domain note 4. */
  logIn(userName: string, typed: string): LoginAnswer {
    const lockedUntil = this.#lockEnd();
    if (lockedUntil !== null) return { ok: false, reason: 'locked', lockedUntil };
    if (userName !== 'admin' || typed !== this.#password) {
      this.#countWrongTry('wrongLoginsInARow');
      return { ok: false, reason: 'wrong' };
    }
    this.#change({ page: 'loggedIn', wrongLoginsInARow: 0 });
    return { ok: true };
  }

  /** The vendor's side of a scan with DMSS or of a mail: mails a code to the owner, or refuses. */
  submitRequest(payload: string): VendorAnswer {
    const qr = this.#shownQrs.find((each) => each.payload === payload);
    if (qr === undefined) return { ok: false, reason: 'unknownCode' };
    if (qr.codesIssued >= practiceLimits.codesPerQr) return { ok: false, reason: 'limit' };
    const counted = { ...qr, codesIssued: qr.codesIssued + 1 };
    this.#shownQrs = this.#shownQrs.map((each) => (each === qr ? counted : each));
    const { now, randomInt } = this.#surroundings;
    const id = this.#state.mails.length + 1;
    const mail: PracticeMail = { id, securityCode: makeSecurityCode(randomInt), arrivedAt: now(), payload };
    this.#change({ mails: [mail, ...this.#state.mails] });
    return { ok: true, mail };
  }

  #change(part: Partial<PracticeState>): void {
    this.#state = { ...this.#state, ...part };
    for (const listener of this.#listeners) listener();
  }

  /** Null when the device takes tries; else when it does again. */
  #lockEnd(): number | null {
    const { lockedUntil } = this.#state;
    return lockedUntil !== null && this.#surroundings.now() < lockedUntil ? lockedUntil : null;
  }

  #countWrongTry(counter: 'wrongCodesInARow' | 'wrongLoginsInARow'): void {
    const tries = this.#state[counter] + 1;
    if (tries < practiceLimits.wrongCodesBeforeLock) this.#change({ [counter]: tries });
    else this.#change({ [counter]: 0, lockedUntil: this.#surroundings.now() + practiceLimits.lockMs });
  }
}

function firstState(randomInt: RandomInt): PracticeState {
  return {
    page: 'live',
    label: makeLabel(randomInt),
    reservedEmail: 'owner@practice.example',
    maskedEmail: 'o***r@practice.example',
    qrPayload: null,
    mails: [],
    wrongCodesInARow: 0,
    wrongLoginsInARow: 0,
    lockedUntil: null,
    isPasswordPassedOn: null,
  };
}
