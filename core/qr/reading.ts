/** The 14 plain characters in front of the encrypted part of a reset payload. Source: domain note 1.1. */
export interface ResetHeader {
  /** "Data purpose", 4 characters; its values are not documented. */
  readonly purpose: string;
  /** Vendor identifier, a letter and a digit: A1, A2 (the vendor's own brand), B1, B2 (neutral); later digits occur. */
  readonly vendor: string;
  readonly isNeutralBrand: boolean;
  /** Newer firmware: the vendor's own parser takes every digit from 2 up for the new program. */
  readonly isNewProgram: boolean;
  /** "Key number", 8 characters. */
  readonly keyNumber: string;
}

/** Everyday codes that agents meet beside the right one. */
export type OtherContent =
  | 'wifi'
  | 'contact'
  | 'mail'
  | 'phone'
  | 'message'
  | 'place'
  | 'event'
  | 'authenticator';

/**
 * What a QR payload is.
 *
 * No variant can carry a label's secrets (RC, SC and RD fields, the third part of `A:B:C`): they are dropped
 * while reading. Only `dahuaReset` keeps the payload, because the request to the vendor is that text.
 */
export type QrReading =
  | {
      readonly kind: 'dahuaReset';
      readonly payload: string;
      readonly header: ResetHeader;
      /** `medium`: right shape, unusual vendor or length; the agent is told so. */
      readonly confidence: 'high' | 'medium';
    }
  | { readonly kind: 'dahuaResetTruncated' }
  | { readonly kind: 'deviceLabel'; readonly serial: string | null; readonly model: string | null }
  | { readonly kind: 'serial'; readonly serial: string }
  | { readonly kind: 'link'; readonly host: string }
  | { readonly kind: 'hikvisionPhoneReset' }
  | { readonly kind: 'hikvisionLabel' }
  | { readonly kind: 'hikvisionDeviceCode' }
  | { readonly kind: 'hikvisionSharing' }
  | { readonly kind: 'other'; readonly what: OtherContent }
  | { readonly kind: 'unknown'; readonly length: number };
