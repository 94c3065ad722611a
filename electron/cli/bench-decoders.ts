import jsQR from 'jsqr';
import { createScanner } from '../../core/scan/create-scanner.ts';
import type { DecodeEngine } from '../../core/scan/engine.ts';
import { toGray } from '../../core/scan/gray.ts';
import type { Picture, Scanner, ScanOutcome } from '../../core/scan/types.ts';
import { startZXingEngine } from '../../core/scan/zxing-engine.ts';
import { createZXingJsEngine } from '../../core/scan/zxing-js-engine.ts';
import type { PhotoDecoder } from './bench-photos.ts';
import { readDecoderWasm } from './load-scanner.ts';

/** Something to compare; answers the texts it found. */
export interface BenchDecoder {
  readonly name: string;
  /** Only makes sense where there is more than one frame. */
  readonly needsBurst?: boolean;
  read(frames: readonly [Picture, ...Picture[]]): Promise<readonly string[]> | readonly string[];
}

/** The name of the row that the others are measured against. */
export const ONE_PASS = 'zxing-wasm, one pass';

export async function createDecoders(): Promise<readonly BenchDecoder[]> {
  const wasmBinary = await readDecoderWasm();
  const zxing = await startZXingEngine(wasmBinary);
  if (zxing === null) throw new Error('WebAssembly did not start.');
  const scanner = await createScanner({ wasmBinary, now: () => performance.now() });
  return [
    { name: '@zxing/library', read: ([picture]) => readPass(createZXingJsEngine(), picture, 1) },
    { name: 'jsQR', read: ([picture]) => readJsQr(picture) },
    { name: ONE_PASS, read: ([picture]) => readPass(zxing, picture, 4) },
    ...ladders(scanner),
  ];
}

/** One pass and the whole ladder, which tell every place of a code. */
export async function createPhotoDecoders(): Promise<readonly PhotoDecoder[]> {
  const wasmBinary = await readDecoderWasm();
  const zxing = await startZXingEngine(wasmBinary);
  if (zxing === null) throw new Error('WebAssembly did not start.');
  const scanner = await createScanner({ wasmBinary, now: () => performance.now() });
  return [
    {
      name: ONE_PASS,
      read: async (picture) => {
        const image = toGray(picture);
        return image === null
          ? []
          : zxing.decode(image, { maxSymbols: 255 }).filter((symbol) => symbol.kind === 'read');
      },
    },
    { name: 'full ladder', read: async (picture) => (await scanner.scanStill(picture)).codes },
  ];
}

function ladders(scanner: Scanner): readonly BenchDecoder[] {
  return [
    { name: 'live ladder', read: async ([frame]) => textsOf(await scanner.scanLive(frame)) },
    {
      name: 'live ladder, thorough',
      read: async ([frame]) => textsOf(await scanner.scanLive(frame, { isThorough: true })),
    },
    { name: 'full ladder', read: async ([picture]) => textsOf(await scanner.scanStill(picture)) },
    {
      name: 'fusion of four frames',
      needsBurst: true,
      read: async (frames) => textsOf(await scanner.scanBurst(frames)),
    },
  ];
}

function textsOf(outcome: ScanOutcome): readonly string[] {
  return outcome.codes.map((code) => code.text);
}

function readPass(engine: DecodeEngine, picture: Picture, maxSymbols: number): readonly string[] {
  const image = toGray(picture);
  if (image === null) return [];
  return engine
    .decode(image, { maxSymbols })
    .flatMap((symbol) => (symbol.kind === 'read' ? [symbol.text] : []));
}

function readJsQr(picture: Picture): readonly string[] {
  const found = unwrapJsQr(jsQR)(picture.data, picture.width, picture.height);
  return found === null || found.data === '' ? [] : [found.data];
}

/** Its types promise an ES module; Node hands over the CommonJS one, with the function inside. */
function unwrapJsQr(loaded: typeof jsQR | { readonly default: typeof jsQR }): typeof jsQR {
  return typeof loaded === 'function' ? loaded : loaded.default;
}
