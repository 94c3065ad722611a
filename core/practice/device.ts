import { isPasswordAllowed } from '../password/rules.ts';
import { practiceLimits, practicePasswordRules } from './limits.ts';
import {
  makeForgottenPassword,
  makeLabel,
  makeResetPayload,
  makeSecurityCode,
  type RandomInt,
} from './make-up.ts';
import { screenDate } from './screen-date.ts';
import type {
  CodeAnswer,
  LoginAnswer,
  PasswordAnswer,
  PracticeCase,
  PracticeMail,
  PracticeQr,
  PracticeState,
  VendorAnswer,
} from './state.ts';
import { Store } from './store.ts';

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
export class PracticeDevice extends Store<PracticeState> {
  readonly #surroundings: PracticeSurroundings;
  #shownQrs: readonly PracticeQr[] = [];
  #password: string;
  /** From the pretend support, with the date on which it counts. */
  #temporary: { readonly password: string; readonly date: string } | null = null;

  constructor(surroundings: PracticeSurroundings, practiceCase: PracticeCase = 'usual') {
    super(firstState(surroundings.randomInt, practiceCase));
    this.#surroundings = surroundings;
    this.#password = makeForgottenPassword(surroundings.randomInt);
  }

  /** The device's own clock, epoch ms. */
  readonly now = (): number => this.#surroundings.now() + this.getState().aheadMs;

  /** For what takes a day in earnest: a code that grows old. A lock, which is counted in real minutes, is over then. */
  letDayPass(): void {
    this.change({ aheadMs: this.getState().aheadMs + practiceLimits.codeValidityMs, lockedUntil: null });
  }

  /** Right click on the live view. */
  openLogin(): void {
    this.change({ page: 'login' });
  }

  forgetPassword(): void {
    this.change({ page: this.getState().case === 'resetOff' ? 'resetClosed' : 'notice' });
  }

  /** Shows a new QR. The codes of earlier ones no longer count, as the console assumes of real devices. */
  openResetPage(): void {
    const payload = makeResetPayload(this.#surroundings.randomInt);
    this.#shownQrs = [...this.#shownQrs, { payload, codesIssued: 0 }];
    this.change({ page: 'resetCode', qrPayload: payload });
  }

  /** Back to the live view. The QR is gone. */
  closePage(): void {
    this.change({ page: 'live', qrPayload: null });
  }

  /** Case counts. Five wrong codes in a row lock the device for five minutes. */
  enterCode(typed: string): CodeAnswer {
    if (this.getState().page !== 'resetCode') return { ok: false, reason: 'notAsked' };
    const lockedUntil = this.#lockEnd();
    if (lockedUntil !== null) return { ok: false, reason: 'locked', lockedUntil };
    const mail = this.getState().mails.find(
      (each) => each.payload === this.getState().qrPayload && each.securityCode === typed,
    );
    if (mail === undefined) {
      this.#countWrongTry('wrongCodesInARow');
      return { ok: false, reason: 'wrong' };
    }
    const ageMs = this.now() - mail.arrivedAt;
    if (ageMs >= practiceLimits.codeValidityMs) return { ok: false, reason: 'expired' };
    this.change({ page: 'newPassword', qrPayload: null, wrongCodesInARow: 0 });
    return { ok: true };
  }

  setPassword(wanted: string, repeated: string): PasswordAnswer {
    if (this.getState().page !== 'newPassword') return { ok: false, reason: 'notAsked' };
    const answer = this.#takePassword(wanted, repeated);
    if (answer.ok) this.change({ page: 'passwordSync' });
    return answer;
  }

  /** As the vendor's tool does it from a computer in the network; the recorder then wants a login. */
  readonly setPasswordFromNetwork = (wanted: string, repeated: string): PasswordAnswer => {
    const answer = this.#takePassword(wanted, repeated);
    if (answer.ok) this.change({ page: 'login', qrPayload: null });
    return answer;
  };

  /** The pretend support lets the owner in with this, for as long as the device shows today's date. */
  readonly allowForToday = (password: string): void => {
    this.#temporary = { password, date: screenDate(this.now()) };
  };

  /** Whether the cameras get the new password too; then the recorder wants a login. */
  answerSync(isPasswordPassedOn: boolean): void {
    this.change({ page: 'login', isPasswordPassedOn });
  }

  /** As many tries as for codes, counted apart, and the same lock. Source: domain note 4. */
  logIn(userName: string, typed: string): LoginAnswer {
    const lockedUntil = this.#lockEnd();
    if (lockedUntil !== null) return { ok: false, reason: 'locked', lockedUntil };
    if (userName === 'admin' && this.#isTemporary(typed)) {
      this.#temporary = null;
      this.change({ page: 'newPassword', wrongLoginsInARow: 0 });
      return { ok: true };
    }
    if (userName !== 'admin' || typed !== this.#password) {
      this.#countWrongTry('wrongLoginsInARow');
      return { ok: false, reason: 'wrong' };
    }
    this.change({ page: 'loggedIn', wrongLoginsInARow: 0 });
    return { ok: true };
  }

  /** The vendor's side of a scan with DMSS or of a mail: mails a code to the owner, or refuses. */
  submitRequest(payload: string): VendorAnswer {
    const qr = this.#shownQrs.find((each) => each.payload === payload);
    if (qr === undefined) return { ok: false, reason: 'unknownCode' };
    if (qr.codesIssued >= practiceLimits.codesPerQr) return { ok: false, reason: 'limit' };
    const counted = { ...qr, codesIssued: qr.codesIssued + 1 };
    this.#shownQrs = this.#shownQrs.map((each) => (each === qr ? counted : each));
    const id = this.getState().mails.length + 1;
    const securityCode = makeSecurityCode(this.#surroundings.randomInt);
    const mail: PracticeMail = { id, securityCode, arrivedAt: this.now(), payload };
    this.change({ mails: [mail, ...this.getState().mails] });
    return { ok: true, mail };
  }

  #takePassword(wanted: string, repeated: string): PasswordAnswer {
    if (wanted !== repeated) return { ok: false, reason: 'different' };
    if (!isPasswordAllowed(practicePasswordRules, wanted)) return { ok: false, reason: 'notAllowed' };
    this.#password = wanted;
    return { ok: true };
  }

  #isTemporary(typed: string): boolean {
    return this.#temporary?.password === typed && this.#temporary.date === screenDate(this.now());
  }

  /** Null when the device takes tries; else when it does again. */
  #lockEnd(): number | null {
    const { lockedUntil } = this.getState();
    return lockedUntil !== null && this.#surroundings.now() < lockedUntil ? lockedUntil : null;
  }

  #countWrongTry(counter: 'wrongCodesInARow' | 'wrongLoginsInARow'): void {
    const tries = this.getState()[counter] + 1;
    if (tries < practiceLimits.wrongCodesBeforeLock) this.change({ [counter]: tries });
    else this.change({ [counter]: 0, lockedUntil: this.#surroundings.now() + practiceLimits.lockMs });
  }
}

function firstState(randomInt: RandomInt, practiceCase: PracticeCase): PracticeState {
  return {
    case: practiceCase,
    page: 'live',
    aheadMs: 0,
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
