import type { GrayImage } from './gray.ts';
import type { Corners, EcLevel, ModuleGrid } from './types.ts';

/** How hard one pass of a decoder looks. */
export interface Pass {
  /** The image is one upright symbol with a quiet zone and nothing else. */
  readonly isPure?: boolean;
  /** Also answer symbols that were found but not read. They count toward `maxSymbols`, so never in a first pass. */
  readonly keepsFailures?: boolean;
  readonly maxSymbols: number;
}

/** A symbol that was read, in pixels of the image that was passed in. */
export interface SymbolRead {
  readonly kind: 'read';
  readonly bytes: Uint8Array;
  readonly text: string;
  readonly version: number | null;
  readonly ecLevel: EcLevel | null;
  readonly maskPattern: number | null;
  readonly corners: Corners;
  readonly grid: ModuleGrid | null;
}

/** A symbol whose place is known, but whose content could not be corrected. */
export interface SymbolFailed {
  readonly kind: 'failed';
  readonly version: number | null;
  readonly corners: Corners;
}

export type SymbolSeen = SymbolRead | SymbolFailed;

/** A QR decoder over gray pixels. Never throws: an engine that fails answers that it saw nothing. */
export interface DecodeEngine {
  readonly name: 'wasm' | 'js';
  decode(image: GrayImage, pass: Pass): readonly SymbolSeen[];
}
