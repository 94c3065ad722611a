import { assertNever } from '../../../core/assert-never.ts';
import type { Misfit } from '../../../core/contract/ticket-calls.ts';
import type { QrReading } from '../../../core/qr/reading.ts';
import type { ScanSource } from '../../../core/values.ts';
import type { Found } from './found.ts';
import type { Shot } from './judge.ts';
import type { FileFailure, FileProgress } from './read-files.ts';
import type { TypedNews, TypedText } from './typed-news.ts';

export const SCAN_TABS = ['camera', 'screen', 'file', 'paste'] as const;
export type ScanTab = (typeof SCAN_TABS)[number];

/** Why there is no ticket yet, shown in the scanner under the way that was tried. */
export type ScanReport =
  | { readonly kind: 'wrongCode'; readonly reading: QrReading }
  | {
      readonly kind: 'nothingFound';
      readonly shots: readonly Shot[];
      /** The agent had marked the part of the screen that was looked at. */
      readonly isMarked?: boolean;
    }
  | { readonly kind: 'brokenPicture'; readonly names: readonly (string | null)[] }
  | { readonly kind: 'gaveUp' }
  | { readonly kind: 'fileFailed'; readonly failure: FileFailure }
  | { readonly kind: 'nothingToPaste' | 'onlyAddress' }
  /** A USB scanner typed something that is no text of a code. */
  | { readonly kind: 'scannerUnreadable' }
  | { readonly kind: 'callFailed'; readonly error: Error };

/** Told after the scanner has closed. `claimed`: an earlier ticket has this code or device, and was brought up. */
export interface ScanSuccess {
  readonly ticketId: string;
  readonly ticketNumber: number;
  readonly what: 'resetCode' | 'unusualResetCode' | 'device';
  readonly isClaimed: boolean;
  /** Of the ticket; empty where nobody is named. */
  readonly customerName: string;
  /** The ticket was on screen already when the code was scanned. */
  readonly wasShown: boolean;
}

export interface ScanState {
  readonly isOpen: boolean;
  readonly tab: ScanTab;
  readonly isBusy: boolean;
  readonly choice: {
    readonly source: ScanSource;
    readonly found: readonly Found[];
    readonly places: ReadonlyMap<string, string>;
  } | null;
  /** What was found may not belong to the ticket in hand: the agent says where it does. */
  readonly question: {
    readonly source: ScanSource;
    readonly found: Found;
    readonly misfit: Misfit;
  } | null;
  /** While several files, or the pages or frames of one, are read. */
  readonly progress: FileProgress | null;
  readonly report: ScanReport | null;
  readonly success: ScanSuccess | null;
  /** What was typed without a field, told in the status line. */
  readonly typed: TypedText | null;
  /** What was read since the scanner was opened and stayed open; newest first, each ticket once. */
  readonly batch: readonly ScanSuccess[];
}

/** Enough to go back to the last customers. */
const MAX_BATCH = 6;

export type ScanAction =
  | { readonly type: 'opened' }
  | { readonly type: 'closed' }
  | { readonly type: 'tabPicked'; readonly tab: ScanTab }
  | { readonly type: 'started' }
  /** The agent left it; everything stays as it was. */
  | { readonly type: 'stopped' }
  | {
      readonly type: 'choiceNeeded';
      readonly source: ScanSource;
      readonly found: readonly Found[];
      /** Where each code was seen, by fingerprint, when that is worth saying. */
      readonly places: ReadonlyMap<string, string>;
    }
  | { readonly type: 'progressed'; readonly progress: FileProgress }
  | { readonly type: 'choiceDropped' }
  | {
      readonly type: 'placeAsked';
      readonly source: ScanSource;
      readonly found: Found;
      readonly misfit: Misfit;
    }
  | { readonly type: 'questionDropped' }
  | { readonly type: 'reported'; readonly source: ScanSource; readonly report: ScanReport }
  | { readonly type: 'succeeded'; readonly success: ScanSuccess }
  /** The same while the scanner keeps scanning: it stays open. */
  | { readonly type: 'gathered'; readonly success: ScanSuccess }
  | { readonly type: 'typedNowhere'; readonly news: TypedNews }
  | { readonly type: 'newsDismissed' };

export const initialScanState: ScanState = {
  isOpen: false,
  tab: 'camera',
  isBusy: false,
  choice: null,
  question: null,
  progress: null,
  report: null,
  success: null,
  typed: null,
  batch: [],
};

/** A report or a choice opens the scanner by itself, so that nothing is told in a place the agent does not see. */
export function reduceScan(state: ScanState, action: ScanAction): ScanState {
  switch (action.type) {
    case 'opened':
      return state.isOpen ? state : { ...initialScanState, isOpen: true };
    case 'closed':
      return { ...state, isOpen: false, choice: null, question: null, report: null, batch: [] };
    case 'tabPicked':
      return { ...state, tab: action.tab, report: null };
    case 'started':
      return { ...state, isBusy: true, progress: null, success: null, typed: null };
    case 'progressed':
      return { ...state, progress: action.progress };
    case 'stopped':
      return { ...state, isBusy: false };
    case 'choiceNeeded':
      return {
        ...openAt(state, action.source),
        choice: { source: action.source, found: action.found, places: action.places },
        question: null,
        report: null,
      };
    case 'placeAsked': {
      const { source, found, misfit } = action;
      return { ...openAt(state, source), choice: null, report: null, question: { source, found, misfit } };
    }
    case 'questionDropped':
      return { ...state, question: null };
    case 'choiceDropped':
      return { ...state, choice: null };
    case 'reported':
      return { ...openAt(state, action.source), choice: null, question: null, report: action.report };
    case 'succeeded':
      return { ...initialScanState, success: action.success };
    case 'gathered': {
      const others = state.batch.filter(({ ticketId }) => ticketId !== action.success.ticketId);
      const batch = [action.success, ...others].slice(0, MAX_BATCH);
      return { ...state, isBusy: false, choice: null, report: null, batch };
    }
    case 'typedNowhere':
      return action.news.kind === 'unreadable' || state.isOpen
        ? { ...openAt(state, 'scanner'), choice: null, report: { kind: 'scannerUnreadable' } }
        : { ...state, success: null, typed: action.news };
    case 'newsDismissed':
      return { ...state, success: null, typed: null };
    default:
      return assertNever(action);
  }
}

function openAt(state: ScanState, source: ScanSource): ScanState {
  return { ...state, isOpen: true, isBusy: false, tab: tabOf(source) };
}

function tabOf(source: ScanSource): ScanTab {
  return source === 'clipboard' || source === 'typed' || source === 'scanner' ? 'paste' : source;
}
