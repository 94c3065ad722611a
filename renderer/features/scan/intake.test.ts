import { describe, expect, it } from 'vitest';
import { foundText } from './found.ts';
import { needsChoice, planIntake } from './intake.ts';

const RESET = `0102A112345678${'A'.repeat(342)}==`;
const LABEL = '{SN:4K002C6PAJA49A7,DT:IPC-C35P,SC:SECRET99}';
const ticketId = '0190d6a0-0000-7000-8000-000000000001';

describe('planIntake', () => {
  it('sends a picture of the code only where one was kept', () => {
    const crop = Uint8Array.of(0xff, 0xd8, 0xff);
    expect(planIntake({ ...foundText(RESET), crop }, 'camera', null)).toMatchObject({ scan: { crop } });
    expect(planIntake(foundText(RESET), 'camera', null)).not.toHaveProperty('scan.crop');
  });

  it('opens a ticket for a reset code when none is in hand', () => {
    expect(planIntake(foundText(RESET), 'screen', null)).toEqual({
      kind: 'openByQr',
      scan: { payload: RESET, source: 'screen', qrVersion: null, ecLevel: null, maskPattern: null },
      label: null,
    });
  });

  it('records a reset code on the ticket in hand', () => {
    expect(planIntake(foundText(RESET), 'camera', ticketId)).toMatchObject({
      kind: 'recordScan',
      ticketId,
      scan: { payload: RESET, source: 'camera' },
    });
  });

  it('gives the ticket in hand its device by the label', () => {
    expect(planIntake(foundText(LABEL), 'camera', ticketId)).toEqual({
      kind: 'attachDevice',
      ticketId,
      device: { serial: '4K002C6PAJA49A7', deviceKind: 'camera', model: 'IPC-C35P' },
    });
  });

  it('opens a ticket for a bare serial, as a recorder without a model', () => {
    expect(planIntake(foundText('4K002C6PAJA49A7'), 'typed', null)).toEqual({
      kind: 'openBySerial',
      device: { serial: '4K002C6PAJA49A7', deviceKind: 'recorder', model: '' },
    });
  });

  it.each([
    ['a label whose serial can not be read', '{SN:?,DT:IPC-C35P}'],
    ['a reset code with its end missing', RESET.slice(0, -3)],
    ['a link', 'https://example.com/app'],
    ['a phone reset of another vendor', 'https://example.com?code=D:DS**abc'],
    ['a label of another vendor', 'www.hik-connect.com\r123456789\rABCDEF\r'],
    ['a Wi-Fi login', 'WIFI:S:shop;P:secret;;'],
    ['a stray text', 'hello there'],
  ])('only explains %s', (_, text) => {
    expect(planIntake(foundText(text), 'camera', null)).toEqual({ kind: 'explain' });
  });
});

describe('needsChoice', () => {
  it('asks when several codes are in view', () => {
    expect(needsChoice([foundText(RESET), foundText(LABEL)], 'screen')).toBe(true);
  });

  it('asks before a bare serial from the clipboard is used: it could be a security code', () => {
    expect(needsChoice([foundText('A1B2C3D4E5F6')], 'clipboard')).toBe(true);
    expect(needsChoice([foundText('A1B2C3D4E5F6')], 'typed')).toBe(false);
  });

  it('does not ask for one code in view', () => {
    expect(needsChoice([foundText(RESET)], 'clipboard')).toBe(false);
  });
});
