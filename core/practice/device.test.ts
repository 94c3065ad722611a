import { describe, expect, it } from 'vitest';
import { classifyPayload } from '../qr/classify.ts';
import { PracticeDevice } from './device.ts';

const hourMs = 60 * 60 * 1000;
const minuteMs = 60 * 1000;

/** A device with its reset page open, and a clock that the test moves. */
function createBench(seed = 7) {
  const clock = { ms: 1_000_000 };
  let counter = seed;
  const randomInt = (exclusiveMax: number) => {
    counter = (Math.imul(counter, 1_103_515_245) + 12_345) >>> 0;
    return (counter >>> 8) % exclusiveMax;
  };
  const device = new PracticeDevice({ now: () => clock.ms, randomInt });
  const payload = () => device.getState().qrPayload ?? '';
  const askForCode = () => {
    const answer = device.submitRequest(payload());
    if (!answer.ok) throw new Error(answer.reason);
    return answer.mail.securityCode;
  };
  device.openResetPage();
  return { device, clock, payload, askForCode };
}

/** Keeps its length, so that only the content is wrong. */
const misread = (code: string) => (code.startsWith('x') ? 'y' : 'x') + code.slice(1);

describe('the QR of the practice device', () => {
  it('has the documented layout and cannot be taken for a real one', () => {
    const { payload } = createBench();
    expect(payload()).toHaveLength(358);
    expect(classifyPayload(payload())).toMatchObject({
      kind: 'dahuaReset',
      confidence: 'high',
      header: { purpose: 'PRAC', vendor: 'A1' },
    });
  });

  it('gives two codes, not three', () => {
    const { device, payload, askForCode } = createBench();
    expect(askForCode()).not.toBe(askForCode());
    expect(device.submitRequest(payload())).toEqual({ ok: false, reason: 'limit' });
    expect(device.getState().mails).toHaveLength(2);
  });

  it('gives two more after a fresh QR', () => {
    const { device, payload, askForCode } = createBench();
    const first = payload();
    askForCode();
    askForCode();
    device.openResetPage();
    expect(payload()).not.toBe(first);
    askForCode();
    askForCode();
    expect(device.submitRequest(payload()).ok).toBe(false);
    expect(device.submitRequest(first)).toEqual({ ok: false, reason: 'limit' });
  });

  it('is refused by the vendor when it is of another device', () => {
    const other = createBench(99);
    expect(createBench().device.submitRequest(other.payload())).toEqual({ ok: false, reason: 'unknownCode' });
    expect(other.device.getState().mails).toEqual([]);
  });

  it('is gone when the page is closed', () => {
    const { device } = createBench();
    device.closePage();
    expect(device.getState()).toMatchObject({ page: 'live', qrPayload: null });
  });
});

describe('the security code', () => {
  it('opens the new password', () => {
    const { device, askForCode } = createBench();
    expect(device.enterCode(askForCode())).toEqual({ ok: true });
    expect(device.getState()).toMatchObject({ page: 'newPassword', qrPayload: null });
  });

  it('either of the two codes of a QR is accepted', () => {
    const { device, askForCode } = createBench();
    const first = askForCode();
    askForCode();
    expect(device.enterCode(first).ok).toBe(true);
  });

  it('no longer counts after a fresh QR, even when it is mailed afterwards', () => {
    const { device, payload, askForCode } = createBench();
    const oldPayload = payload();
    const before = askForCode();
    device.openResetPage();
    const late = device.submitRequest(oldPayload);
    expect(device.enterCode(before)).toEqual({ ok: false, reason: 'wrong' });
    expect(device.enterCode(late.ok ? late.mail.securityCode : '')).toEqual({ ok: false, reason: 'wrong' });
  });

  it('is valid for 24 hours and not a moment longer', () => {
    const young = createBench();
    const youngCode = young.askForCode();
    young.clock.ms += 24 * hourMs - 1;
    expect(young.device.enterCode(youngCode)).toEqual({ ok: true });

    const old = createBench();
    const oldCode = old.askForCode();
    old.clock.ms += 24 * hourMs;
    expect(old.device.enterCode(oldCode)).toEqual({ ok: false, reason: 'expired' });
  });

  it('keeps its case', () => {
    const { device, askForCode } = createBench();
    const code = askForCode();
    const swapped = code === code.toUpperCase() ? code.toLowerCase() : code.toUpperCase();
    expect(device.enterCode(swapped)).toEqual({ ok: false, reason: 'wrong' });
  });

  it('is not asked for on another page', () => {
    const { device, askForCode } = createBench();
    const code = askForCode();
    device.closePage();
    expect(device.enterCode(code)).toEqual({ ok: false, reason: 'notAsked' });
  });

  it('locks the device for five minutes after five wrong ones in a row, the right one included', () => {
    const { device, clock, askForCode } = createBench();
    const code = askForCode();
    for (let turn = 0; turn < 5; turn += 1)
      expect(device.enterCode(misread(code))).toEqual({ ok: false, reason: 'wrong' });
    const lockedUntil = clock.ms + 5 * minuteMs;
    expect(device.enterCode(code)).toEqual({ ok: false, reason: 'locked', lockedUntil });
    clock.ms = lockedUntil - 1;
    expect(device.enterCode(code)).toEqual({ ok: false, reason: 'locked', lockedUntil });
    clock.ms = lockedUntil;
    expect(device.enterCode(code)).toEqual({ ok: true });
  });

  it('wrong logins take no tries from the codes', () => {
    const { device, askForCode } = createBench();
    const code = askForCode();
    for (let turn = 0; turn < 4; turn += 1) device.logIn('admin', 'guess');
    device.enterCode(misread(code));
    expect(device.enterCode(code)).toEqual({ ok: true });
  });

  it('does not lock after four, and a lock that is over starts the count anew', () => {
    const { device, clock, askForCode } = createBench();
    const code = askForCode();
    for (let turn = 0; turn < 5; turn += 1) device.enterCode(misread(code));
    clock.ms += 5 * minuteMs;
    for (let turn = 0; turn < 4; turn += 1)
      expect(device.enterCode(misread(code))).toEqual({ ok: false, reason: 'wrong' });
    expect(device.enterCode(code)).toEqual({ ok: true });
  });
});

describe('the new password', () => {
  function atNewPassword() {
    const bench = createBench();
    bench.device.enterCode(bench.askForCode());
    return bench.device;
  }

  it.each(['short1', 'onlyletters', 'with space1', 'semi;colon1', 'quote"1234', `${'a1'.repeat(16)}b`])(
    'refuses %j',
    (password) => {
      expect(atNewPassword().setPassword(password, password)).toEqual({ ok: false, reason: 'notAllowed' });
    },
  );

  it('refuses two that differ, and goes on with two that are equal', () => {
    const device = atNewPassword();
    expect(device.setPassword('kaf7mwp3', 'kaf7mwp4')).toEqual({ ok: false, reason: 'different' });
    expect(device.setPassword('kaf7mwp3', 'kaf7mwp3')).toEqual({ ok: true });
    expect(device.getState().page).toBe('passwordSync');
  });

  it('cannot be set without a code', () => {
    const { device } = createBench();
    expect(device.setPassword('kaf7mwp3', 'kaf7mwp3')).toEqual({ ok: false, reason: 'notAsked' });
  });

  it('logs admin in, and nobody else', () => {
    const device = atNewPassword();
    device.setPassword('kaf7mwp3', 'kaf7mwp3');
    device.answerSync(true);
    expect(device.getState()).toMatchObject({ page: 'login', isPasswordPassedOn: true });
    expect(device.logIn('owner@practice.example', 'kaf7mwp3')).toEqual({ ok: false, reason: 'wrong' });
    expect(device.logIn('admin', 'kaf7mwp4')).toEqual({ ok: false, reason: 'wrong' });
    expect(device.logIn('admin', 'kaf7mwp3')).toEqual({ ok: true });
    expect(device.getState().page).toBe('loggedIn');
  });

  it('five wrong logins lock for five minutes', () => {
    const { device, clock } = createBench();
    for (let turn = 0; turn < 5; turn += 1) device.logIn('admin', 'guess');
    expect(device.logIn('admin', 'guess')).toEqual({
      ok: false,
      reason: 'locked',
      lockedUntil: clock.ms + 5 * minuteMs,
    });
  });
});

describe('the practice device as a whole', () => {
  it('tells its listeners of each change, until they stop', () => {
    const { device } = createBench();
    const pages: string[] = [];
    const stop = device.subscribe(() => pages.push(device.getState().page));
    device.closePage();
    device.openLogin();
    device.forgetPassword();
    stop();
    device.openResetPage();
    expect(pages).toEqual(['live', 'login', 'notice']);
  });

  it('has a label that the scanner reads, without its safety code', () => {
    const { label } = createBench().device.getState();
    expect(classifyPayload(label.payload)).toEqual({
      kind: 'deviceLabel',
      serial: label.serial,
      model: label.model,
    });
  });
});
