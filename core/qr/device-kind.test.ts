import { describe, expect, it } from 'vitest';
import { guessDeviceKind } from './device-kind.ts';

describe('guessDeviceKind', () => {
  it.each([
    'NVR4108HS-8P',
    'DHI-NVR5216-4KS2',
    'XVR5116HS-I3',
    'MXVR4104',
    'HCVR4104',
    'dvr0404',
    'IVSS7008',
  ])('takes %s for a recorder', (model) => expect(guessDeviceKind(model)).toBe('recorder'));

  it.each([
    'IPC-C35P',
    'DH-IPC-HFW2431T-AS',
    'IPC-PDBW82041N',
    'DH-SD2A500',
    'HAC-HDW1200',
    'ipc-hdbw2231',
    'TPC-BF2221N',
    'PTZ1C203',
  ])('takes %s for a camera', (model) => expect(guessDeviceKind(model)).toBe('camera'));

  it('takes a kit that names both for the recorder', () => {
    expect(guessDeviceKind('NVR-KIT-IPC4')).toBe('recorder');
  });

  it('does not find a camera inside another word', () => {
    expect(guessDeviceKind('ASDIPC')).toBe('recorder');
  });

  it.each([null, '', 'Model 7'])('falls back to recorder for %j', (model) => {
    expect(guessDeviceKind(model)).toBe('recorder');
  });
});
