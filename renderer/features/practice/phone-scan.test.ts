import { describe, expect, it } from 'vitest';
import { PracticeDevice } from '../../../core/practice/device.ts';
import { sendMailedText, sendSeenCode } from './phone-scan.ts';

let drawn = 1;
const randomInt = (exclusiveMax: number) => {
  drawn = (Math.imul(drawn, 1_103_515_245) + 12_345) >>> 0;
  return (drawn >>> 8) % exclusiveMax;
};

function openedDevice() {
  const device = new PracticeDevice({ now: () => 0, randomInt });
  device.openResetPage();
  return { device, payload: device.getState().qrPayload ?? '' };
}

describe('the pretend phone', () => {
  it('finds the reset code among others and has a code mailed', () => {
    const { device, payload } = openedDevice();
    expect(sendSeenCode(['https://example.com', payload], device)).toBe('mailed');
    expect(device.getState().mails).toHaveLength(1);
  });

  it('says when the code has had its two requests', () => {
    const { device, payload } = openedDevice();
    sendSeenCode([payload], device);
    sendSeenCode([payload], device);
    expect(sendSeenCode([payload], device)).toBe('limit');
  });

  it('says when the code is of another device', () => {
    expect(sendSeenCode([openedDevice().payload], openedDevice().device)).toBe('unknownCode');
  });

  it('says when it sees no code, or no reset code', () => {
    const { device } = openedDevice();
    expect(sendSeenCode([], device)).toBe('noCode');
    expect(sendSeenCode(['https://example.com'], device)).toBe('notReset');
  });
});

describe('a mailed request', () => {
  it('is taken with blanks and line ends around it', () => {
    const { device, payload } = openedDevice();
    expect(sendMailedText(`\n${payload}\r\n`, device)).toBe('mailed');
  });

  it('is refused when part of the text is missing', () => {
    const { device, payload } = openedDevice();
    expect(sendMailedText(payload.slice(0, -3), device)).toBe('notReset');
    expect(device.getState().mails).toEqual([]);
  });
});
