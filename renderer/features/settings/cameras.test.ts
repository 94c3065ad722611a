import { describe, expect, it } from 'vitest';
import { chosenCamera, listCameras } from './cameras.ts';

const desk = { kind: 'videoinput', deviceId: 'one', label: 'Desk camera' } as const;
const unnamed = { kind: 'videoinput', deviceId: 'two', label: '' } as const;
const microphone = { kind: 'audioinput', deviceId: 'three', label: 'Microphone' } as const;
const none = { cameraDeviceId: null, cameraLabel: null };

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
    const choices = listCameras([desk], { cameraDeviceId: 'gone', cameraLabel: 'Counter camera' });
    expect(choices).toContainEqual({ deviceId: 'gone', label: 'Counter camera', isConnected: false });
  });

  it('does not list a camera twice when only its id has changed', () => {
    expect(listCameras([desk], { cameraDeviceId: 'old id', cameraLabel: 'Desk camera' })).toHaveLength(1);
  });
});

describe('chosenCamera', () => {
  const choices = listCameras([desk, unnamed], none);

  it('finds the remembered camera by id, and by name when the id has changed', () => {
    expect(chosenCamera(choices, { cameraDeviceId: 'two', cameraLabel: null })?.deviceId).toBe('two');
    expect(chosenCamera(choices, { cameraDeviceId: 'old', cameraLabel: 'Desk camera' })?.deviceId).toBe(
      'one',
    );
  });

  it('does not take a nameless camera for a nameless memory', () => {
    expect(chosenCamera(choices, { cameraDeviceId: 'old', cameraLabel: null })).toBeNull();
  });

  it('chooses none when none is remembered', () => {
    expect(chosenCamera(choices, none)).toBeNull();
  });
});
