import { describe, expect, it } from 'vitest';
import { PracticeConfigTool } from './config-tool.ts';
import { PracticeDevice } from './device.ts';
import { screenClock, screenDate } from './screen-date.ts';
import type { PracticeCase } from './state.ts';
import { PracticeSupport } from './support.ts';

const hourMs = 60 * 60 * 1000;
const good = 'kormuva4729';

function createBench(practiceCase: PracticeCase) {
  const clock = { ms: Date.UTC(2026, 10, 25, 9) };
  let counter = 7;
  const randomInt = (exclusiveMax: number) => {
    counter = (Math.imul(counter, 1_103_515_245) + 12_345) >>> 0;
    return (counter >>> 8) % exclusiveMax;
  };
  const device = new PracticeDevice({ now: () => clock.ms, randomInt }, practiceCase);
  const { now, allowForToday } = device;
  const { serial } = device.getState().label;
  return {
    clock,
    device,
    tool: new PracticeConfigTool(device),
    support: new PracticeSupport({ now, randomInt, serial, allowForToday }),
    serial,
  };
}

describe('a day that passes', () => {
  it('makes a code too old', () => {
    const { device } = createBench('usual');
    device.openResetPage();
    const answer = device.submitRequest(device.getState().qrPayload ?? '');
    device.letDayPass();
    const code = answer.ok ? answer.mail.securityCode : '';
    expect(device.enterCode(code)).toEqual({ ok: false, reason: 'expired' });
  });

  it('moves the date on the screen', () => {
    const { device } = createBench('usual');
    device.letDayPass();
    expect([screenDate(device.now()), screenClock(device.now())]).toEqual(['2026-11-26', '2026-11-26 09:00']);
  });
});

describe('the way by file', () => {
  it('sets a new password, with which the recorder lets the owner in', () => {
    const { device, tool } = createBench('mailboxLost');
    tool.open();
    tool.exportFile();
    tool.sendFile();
    expect(tool.importFile()).toEqual({ ok: true });
    expect(tool.setPassword(good, 'other')).toEqual({ ok: false, reason: 'different' });
    expect(tool.setPassword(good, good)).toEqual({ ok: true });
    expect(device.logIn('admin', good)).toEqual({ ok: true });
  });

  it('imports nothing before something came back', () => {
    const { tool } = createBench('mailboxLost');
    tool.open();
    tool.exportFile();
    expect(tool.importFile()).toEqual({ ok: false, reason: 'nothingReturned' });
  });

  it('makes the file worthless when the tool is closed between', () => {
    const { tool } = createBench('mailboxLost');
    tool.open();
    tool.exportFile();
    tool.sendFile();
    tool.close();
    tool.open();
    expect(tool.importFile()).toEqual({ ok: false, reason: 'nothingReturned' });
  });

  it('refuses a file of yesterday', () => {
    const { clock, tool } = createBench('mailboxLost');
    tool.open();
    tool.exportFile();
    tool.sendFile();
    clock.ms += 24 * hourMs;
    expect(tool.importFile()).toEqual({ ok: false, reason: 'expired' });
  });
});

describe('the way by the support', () => {
  it('shows no reset code where the reset is switched off', () => {
    const { device } = createBench('resetOff');
    device.openLogin();
    device.forgetPassword();
    expect(device.getState()).toMatchObject({ page: 'resetClosed', qrPayload: null });
  });

  it('wants the full serial and the date on the screen', () => {
    const { support, serial } = createBench('resetOff');
    expect(support.ask(serial.slice(0, -1), '2026-11-25')).toEqual({ ok: false, reason: 'wrongSerial' });
    expect(support.ask(serial, '2026-11-24')).toEqual({ ok: false, reason: 'wrongDate' });
    expect(support.getState().temporaryPassword).toBeNull();
  });

  it('lets the owner set a new password on the same day, once', () => {
    const { device, support, serial } = createBench('resetOff');
    support.ask(serial, '2026-11-25');
    const temporary = support.getState().temporaryPassword ?? '';
    expect(device.logIn('admin', temporary)).toEqual({ ok: true });
    expect(device.setPassword(good, good)).toEqual({ ok: true });
    device.answerSync(true);
    expect(device.logIn('admin', temporary).ok).toBe(false);
    expect(device.logIn('admin', good)).toEqual({ ok: true });
  });

  it('lets nobody in with the answer of yesterday', () => {
    const { device, support, serial } = createBench('resetOff');
    support.ask(serial, '2026-11-25');
    device.letDayPass();
    expect(device.logIn('admin', support.getState().temporaryPassword ?? '').ok).toBe(false);
  });
});
