import { useMutation } from '@tanstack/react-query';
import type { PracticeDevice } from '../../../core/practice/device.ts';
import { client } from '../../api/client.ts';
import { scanPicture } from '../../reader/scan-client.ts';
import { type PhoneAnswer, sendSeenCode } from './phone-scan.ts';

/** Lets the pretend phone look at the console's window and send the code it sees. */
export function usePhoneScan(device: PracticeDevice) {
  return useMutation<PhoneAnswer>({ mutationFn: () => photographAndSend(device) });
}

async function photographAndSend(device: PracticeDevice): Promise<PhoneAnswer> {
  try {
    const { bgra, width, height } = await client.call('practice.photographConsole', {});
    const outcome = await scanPicture({ bgra, width, height });
    if (outcome.problem !== null) return 'cannotLook';
    return sendSeenCode(
      outcome.codes.map((code) => code.text),
      device,
    );
  } catch {
    return 'cannotLook';
  }
}
