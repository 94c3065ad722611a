import languageUrl from '@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz?url';
import { createWorker, OEM, PSM, type Worker as Tesseract } from 'tesseract.js';
import workerUrl from 'tesseract.js/dist/worker.min.js?url';
import coreUrl from 'tesseract.js-core/tesseract-core-simd-lstm.wasm.js?url';
import { toPgm } from '../../core/reset-page/page-still.ts';
import type { TextReader } from '../../core/reset-page/read-page.ts';
import { linesOf } from '../../core/reset-page/text-lines.ts';
import type { GrayImage } from '../../core/scan/gray.ts';

/** A text reader with a worker of its own; ending it frees some 150 MB. */
export interface StartedTextReader extends TextReader {
  readonly end: () => void;
}

/** Starts Tesseract from our own files: without each of these addresses it would look for them on the internet. */
export async function startTextReader(): Promise<StartedTextReader> {
  const worker = await createWorker('eng', OEM.LSTM_ONLY, {
    // Its folder: the library adds the file's name.
    langPath: new URL('.', new URL(languageUrl, location.href)).href,
    workerPath: workerUrl,
    corePath: coreUrl,
    workerBlobURL: false,
    cacheMethod: 'none',
  });
  return {
    readLines: async (image) => {
      const { data: page } = await recognise(worker, image, PSM.AUTO);
      return linesOf(page.blocks ?? []);
    },
    readLine: async (image) => (await recognise(worker, image, PSM.SINGLE_LINE)).data.text.trim(),
    end: () => void worker.terminate(),
  };
}

async function recognise(worker: Tesseract, image: GrayImage, mode: PSM) {
  await worker.setParameters({ tessedit_pageseg_mode: mode });
  return worker.recognize(new Blob([toPgm(image)]), {}, { text: true, blocks: true });
}
