import { describe, expect, it } from 'vitest';
import { findRemembered } from './remembered-camera.ts';

const named = { deviceId: 'one', label: 'Desk camera' };
const nameless = { deviceId: 'two', label: null };
const untold = { deviceId: '', label: '' };
const cameras = [named, nameless, untold];

describe('findRemembered', () => {
  it('finds the camera by its id', () => {
    expect(findRemembered(cameras, { deviceId: 'two', label: 'Desk camera' })).toBe(nameless);
  });

  it('finds the camera by its name when the id has changed', () => {
    expect(findRemembered(cameras, { deviceId: 'old', label: 'Desk camera' })).toBe(named);
  });

  it('finds none that is not there', () => {
    expect(findRemembered(cameras, { deviceId: 'old', label: 'Counter camera' })).toBeNull();
  });

  it('takes no camera without a name or an id for a memory without one', () => {
    expect(findRemembered(cameras, { deviceId: null, label: null })).toBeNull();
    expect(findRemembered(cameras, { deviceId: '', label: '' })).toBeNull();
  });
});
