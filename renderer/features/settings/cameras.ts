import type { Settings } from '../../../core/contract/shell-records.ts';

/** A choice of the camera list. `label` is null where the computer does not tell it. */
export type CameraChoice = {
  readonly deviceId: string;
  readonly label: string | null;
  readonly isConnected: boolean;
};

type Device = Pick<MediaDeviceInfo, 'kind' | 'deviceId' | 'label'>;

/**
 * The cameras that can be chosen, the remembered one always among them: unplugged, it must not turn into another.
 * A camera whose id has changed (permissions were reset) is known again by its name.
 */
export function listCameras(
  devices: readonly Device[],
  remembered: Pick<Settings, 'cameraDeviceId' | 'cameraLabel'>,
): readonly CameraChoice[] {
  const connected = devices
    .filter((device) => device.kind === 'videoinput' && device.deviceId !== '')
    .map(({ deviceId, label }) => ({ deviceId, label: label === '' ? null : label, isConnected: true }));
  const { cameraDeviceId, cameraLabel } = remembered;
  if (cameraDeviceId === null || chosenCamera(connected, remembered) !== null) return connected;
  return [...connected, { deviceId: cameraDeviceId, label: cameraLabel, isConnected: false }];
}

/** The remembered camera among the choices: by id, else by name; null for "whichever is there". */
export function chosenCamera(
  choices: readonly CameraChoice[],
  { cameraDeviceId, cameraLabel }: Pick<Settings, 'cameraDeviceId' | 'cameraLabel'>,
): CameraChoice | null {
  if (cameraDeviceId === null) return null;
  return (
    choices.find((choice) => choice.deviceId === cameraDeviceId) ??
    choices.find((choice) => choice.label !== null && choice.label === cameraLabel) ??
    null
  );
}
