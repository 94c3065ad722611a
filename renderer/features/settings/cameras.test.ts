import { describe, expect, it } from 'vitest';
import { listCameras } from './cameras.ts';

const desk = { kind: 'videoinput', deviceId: 'one', label: 'Desk camera' } as const;
const unnamed = { kind: 'videoinput', deviceId: 'two', label: '' } as const;
const microphone = { kind: 'audioinput', deviceId: 'three', label: 'Microphone' } as const;
const none = { deviceId: null, label: null };

describe('listCameras', () => {
  it('lists cameras only, without a name where there is none', () => {
    expect(listCameras([desk, microphone, unnamed], none)).toEqual([
      { deviceId: 'one', label: 'Desk camera', isConnected: true },
      { deviceId: 'two', label: null, isConnected: true },
    ]);
  });

  it('leaves out what the browser lists before any permission: a camera without an id', () => {
    expect(listCameras([{ kind: 'videoinput', deviceId: '', label: '' }], none)).toEqual([]);
  });

  it('keeps an unplugged remembered camera in the list', () => {
    const choices = listCameras([desk], { deviceId: 'gone', label: 'Counter camera' });
    expect(choices).toContainEqual({ deviceId: 'gone', label: 'Counter camera', isConnected: false });
  });

  it('does not list a camera twice when only its id has changed', () => {
    expect(listCameras([desk], { deviceId: 'old id', label: 'Desk camera' })).toHaveLength(1);
  });
});
