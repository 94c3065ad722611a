import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createWorker, OEM, PSM } from 'tesseract.js';
import { toPgm } from '../../../core/reset-page/page-still.ts';
import type { TextReader } from '../../../core/reset-page/read-page.ts';
import { linesOf } from '../../../core/reset-page/text-lines.ts';
import type { GrayImage } from '../../../core/scan/gray.ts';

/** The text reader as the app has it, for programs that run on plain Node. */
export async function startNodeTextReader(): Promise<TextReader & { readonly end: () => Promise<unknown> }> {
  const data = fileURLToPath(import.meta.resolve('@tesseract.js-data/eng/4.0.0_best_int/eng.traineddata.gz'));
  const worker = await createWorker('eng', OEM.LSTM_ONLY, { langPath: dirname(data), cacheMethod: 'none' });
  // It tells on the error output how large it takes letters to be.
  await worker.setParameters({ debug_file: '/dev/null' });
  const recognise = async (image: GrayImage, mode: PSM) => {
    await worker.setParameters({ tessedit_pageseg_mode: mode });
    return (await worker.recognize(Buffer.from(toPgm(image)), {}, { text: true, blocks: true })).data;
  };
  return {
    readLines: async (image) => linesOf((await recognise(image, PSM.AUTO)).blocks ?? []),
    readLine: async (image) => (await recognise(image, PSM.SINGLE_LINE)).text.trim(),
    end: () => worker.terminate(),
  };
}
