import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createScanner } from '../../core/scan/create-scanner.ts';
import type { Scanner } from '../../core/scan/types.ts';

/** The bytes of the decoder's WebAssembly module, from the installed package. */
export function readDecoderWasm(): Promise<Buffer> {
  return readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
}

/** The reader as the app has it, for programs that run on plain Node. */
export async function loadScanner(): Promise<Scanner> {
  return createScanner({ wasmBinary: await readDecoderWasm(), now: () => performance.now() });
}
