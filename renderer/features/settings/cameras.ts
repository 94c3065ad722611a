import { findRemembered, type RememberedCamera } from '../../lib/remembered-camera.ts';

/** A choice of the camera list. `label` is null where the computer does not tell it. */
export type CameraChoice = {
  readonly deviceId: string;
  readonly label: string | null;
  readonly isConnected: boolean;
};

type Device = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>;

/** The cameras that can be chosen, the remembered one always among them: unplugged, it must not turn into another. */
export function listCameras(
  devices: readonly Device[],
  remembered: RememberedCamera,
): readonly CameraChoice[] {
  const connected = devices
    .filter((device) => device.kind === 'videoinput' && device.deviceId !== '')
    .map(({ deviceId, label }) => ({ deviceId, label: label === '' ? null : label, isConnected: true }));
  const { deviceId, label } = remembered;
  if (deviceId === null || findRemembered(connected, remembered) !== null) return connected;
  return [...connected, { deviceId, label, isConnected: false }];
}
