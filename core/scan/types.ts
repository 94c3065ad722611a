/** Pixels in RGBA order, four bytes each, as a canvas gives them. */
export interface Picture {
  readonly data: Uint8ClampedArray;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

/** In pixels of the picture that was scanned, origin top left. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export type Corners = readonly [topLeft: Point, topRight: Point, bottomRight: Point, bottomLeft: Point];

export type EcLevel = 'L' | 'M' | 'Q' | 'H';

/** A step of the decoder ladder; told with every result so that a benchmark can say what each is worth. */
export type Rung =
  | 'whole'
  | 'located'
  | 'patterns'
  | 'traced'
  | 'resampled'
  | 'fused'
  | 'relit'
  | 'enlarged'
  | 'zxing-js';

/** A square of modules, one byte each, 1 is dark. */
export interface ModuleGrid {
  readonly size: number;
  readonly modules: Uint8Array;
}

/** A QR code that was read. */
export interface CodeRead {
  /** The payload as bytes; a QR is bytes first and text by convention. */
  readonly bytes: Uint8Array;
  /** The same, as the text the symbol declares (UTF-8 or its ECI). */
  readonly text: string;
  /** 1..40, side = 17 + 4 * version modules; null when the rung can not tell. */
  readonly version: number | null;
  readonly ecLevel: EcLevel | null;
  /** 0..7. */
  readonly maskPattern: number | null;
  readonly corners: Corners;
  /** The modules as sampled; null when the rung can not tell. */
  readonly grid: ModuleGrid | null;
  readonly rung: Rung;
}

/** A symbol that was found but not read: gives the agent a reason ("too small"). */
export interface CodeGlimpsed {
  readonly corners: Corners;
  readonly version: number | null;
  /** Side length in pixels divided by modules; null when the version is not known. */
  readonly pixelsPerModule: number | null;
}

export interface ScanOutcome {
  readonly codes: readonly CodeRead[];
  /** Only filled when no code was read. */
  readonly glimpses: readonly CodeGlimpsed[];
  readonly elapsedMs: number;
}

/** Reads QR codes from pictures. Never throws for bad pixels; answers an empty outcome. */
export interface Scanner {
  /** `wasm` reads best; `js` is the fallback where WebAssembly can not start. */
  readonly engine: 'wasm' | 'js';
  /** The live rungs: quick enough for every camera frame. `isThorough` adds the slower rungs, for 2-3 frames a second. */
  scanLive(frame: Picture, options?: { readonly isThorough?: boolean }): Promise<ScanOutcome>;
  /**
   * Up to four camera frames of one size, taken within a second or so, of a code that no single frame gave: aligned, averaged, and read
   * by the thorough rungs. Corners are in pixels of the first frame.
   */
  scanBurst(frames: readonly Picture[], options?: { readonly budgetMs?: number }): Promise<ScanOutcome>;
  /** The whole ladder, for pictures and screen captures. */
  scanStill(picture: Picture, options?: { readonly budgetMs?: number }): Promise<ScanOutcome>;
}
