import { describe, expect, it } from 'vitest';
import { type Camera, cameraProblemOf, chooseCamera, isVirtualCamera, sortCameras } from './cameras.ts';

const obs: Camera = { deviceId: 'o', label: 'OBS Virtual Camera' };
const builtIn: Camera = { deviceId: 'b', label: 'Integrated Camera (13d3:5279)' };
const usb: Camera = { deviceId: 'u', label: 'HD Pro Webcam C920' };
const nothing = { deviceId: null, label: null };

describe('isVirtualCamera', () => {
  it.each(['OBS Virtual Camera', 'ManyCam Virtual Webcam', 'Snap Camera', 'XSplit VCam', 'NDI Video'])(
    'knows %s',
    (label) => expect(isVirtualCamera({ deviceId: 'x', label })).toBe(true),
  );

  it.each(['Integrated Camera', 'Snapdragon Front Camera', 'Hobson USB Camera', ''])(
    'takes %j for a real camera',
    (label) => expect(isVirtualCamera({ deviceId: 'x', label })).toBe(false),
  );
});

describe('sortCameras', () => {
  it('puts virtual cameras last and leaves the order as it is otherwise', () => {
    expect(sortCameras([obs, usb, builtIn])).toEqual([usb, builtIn, obs]);
  });
});

describe('chooseCamera', () => {
  it('never chooses a virtual camera first', () => {
    expect(chooseCamera([obs, builtIn], nothing)).toBe(builtIn);
  });

  it('takes the remembered camera by its id', () => {
    expect(chooseCamera([builtIn, usb], { deviceId: 'u', label: 'Renamed' })).toBe(usb);
  });

  it('finds the remembered camera by name when its id has changed', () => {
    expect(chooseCamera([builtIn, usb], { deviceId: 'old', label: usb.label })).toBe(usb);
  });

  it('takes a virtual camera that the agent picked', () => {
    expect(chooseCamera([builtIn, obs], { deviceId: 'o', label: obs.label })).toBe(obs);
  });

  it('falls back to the first camera when the remembered one is not there', () => {
    expect(chooseCamera([builtIn], { deviceId: 'u', label: usb.label })).toBe(builtIn);
  });

  it('does not take nameless cameras for the remembered one', () => {
    const nameless = [
      { deviceId: '', label: '' },
      { deviceId: 'second', label: '' },
    ];
    expect(chooseCamera(nameless, { deviceId: '', label: '' })).toBe(nameless[0]);
  });

  it('has nothing to choose without a camera', () => {
    expect(chooseCamera([], nothing)).toBeNull();
  });
});

describe('cameraProblemOf', () => {
  it.each([
    ['NotAllowedError', 'notAllowed'],
    ['NotFoundError', 'notFound'],
    ['NotReadableError', 'busy'],
    ['OverconstrainedError', 'unsuitable'],
    ['TypeError', 'unknown'],
  ])('%s is %s', (name, problem) => {
    expect(cameraProblemOf(Object.assign(new Error(), { name }))).toBe(problem);
  });

  it('does not trust what is no error', () => {
    expect(cameraProblemOf('NotAllowedError')).toBe('unknown');
  });
});
