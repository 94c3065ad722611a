/** The page on the practice recorder's monitor. */
export type PracticePage =
  | 'live'
  | 'login'
  | 'notice'
  | 'resetCode'
  | 'resetClosed'
  | 'newPassword'
  | 'passwordSync'
  | 'loggedIn';

/** What is the matter in a rehearsal, besides the forgotten password. */
export const practiceCases = ['usual', 'mailboxLost', 'resetOff'] as const;
export type PracticeCase = (typeof practiceCases)[number];

/** A QR that the recorder has shown, and the codes that the pretend vendor mailed for it. */
export interface PracticeQr {
  readonly payload: string;
  readonly codesIssued: number;
}

/** A mail in the pretend mailbox. */
export interface PracticeMail {
  readonly id: number;
  readonly securityCode: string;
  /** Epoch ms. */
  readonly arrivedAt: number;
  /** The payload that the code was asked for with. */
  readonly payload: string;
}

/** What can be read off a device: made up, and recognisable as such. */
export interface PracticeLabel {
  readonly serial: string;
  readonly model: string;
  /** The label's QR in the documented layout, with a made-up safety code. */
  readonly payload: string;
}

/** Everything the practice window shows; a new object after each change. */
export interface PracticeState {
  readonly case: PracticeCase;
  readonly page: PracticePage;
  /** How far the device's clock is ahead, because somebody let days pass. */
  readonly aheadMs: number;
  readonly label: PracticeLabel;
  readonly reservedEmail: string;
  /** As the reset page shows it. */
  readonly maskedEmail: string;
  /** The QR on the monitor; null while the reset page is closed. */
  readonly qrPayload: string | null;
  /** Newest first. */
  readonly mails: readonly PracticeMail[];
  readonly wrongCodesInARow: number;
  readonly wrongLoginsInARow: number;
  /** Epoch ms; null when it never locked. Compare with the clock: nothing happens when the lock ends. */
  readonly lockedUntil: number | null;
  readonly isPasswordPassedOn: boolean | null;
}

export type CodeAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'wrong' | 'expired' | 'notAsked' }
  | { readonly ok: false; readonly reason: 'locked'; readonly lockedUntil: number };

export type PasswordAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'different' | 'notAllowed' | 'notAsked' };

export type LoginAnswer =
  | { readonly ok: true }
  | { readonly ok: false; readonly reason: 'wrong' }
  | { readonly ok: false; readonly reason: 'locked'; readonly lockedUntil: number };

/** `limit`: this QR has had its codes. `unknownCode`: no QR of this device. */
export type VendorAnswer =
  | { readonly ok: true; readonly mail: PracticeMail }
  | { readonly ok: false; readonly reason: 'limit' | 'unknownCode' };
