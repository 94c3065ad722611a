import type { PracticeDevice } from '../../../core/practice/device.ts';
import { classifyPayload } from '../../../core/qr/classify.ts';

/** What the pretend phone says. `cannotLook`: the console's window could not be photographed or read. */
export type PhoneAnswer = 'mailed' | 'limit' | 'unknownCode' | 'notReset' | 'noCode' | 'cannotLook';

/** Sends the reset code among the texts that the phone saw to the pretend vendor, as DMSS would. */
export function sendSeenCode(texts: readonly string[], device: PracticeDevice): PhoneAnswer {
  if (texts.length === 0) return 'noCode';
  for (const text of texts) {
    const reading = classifyPayload(text);
    if (reading.kind === 'dahuaReset') return sendPayload(reading.payload, device);
  }
  return 'notReset';
}

/** The same for the text of a mail. */
export function sendMailedText(text: string, device: PracticeDevice): PhoneAnswer {
  const reading = classifyPayload(text);
  return reading.kind === 'dahuaReset' ? sendPayload(reading.payload, device) : 'notReset';
}

function sendPayload(payload: string, device: PracticeDevice): PhoneAnswer {
  const answer = device.submitRequest(payload);
  return answer.ok ? 'mailed' : answer.reason;
}
