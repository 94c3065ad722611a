import type { DeviceKind } from '../values.ts';

/** NVR, XVR, DVR and HCVR in any longer family name (MXVR, DHI-NVR); IVSS and EVS are recording servers. */
const recorderModel = /NVR|XVR|DVR|HCVR|IVSS|EVS\d/i;

/** IPC network, HAC analogue and TPC thermal cameras, SD and PTZ domes, and the housings HFW, HDW, HDBW, HDPW. */
const cameraModel = /(?:^|[^A-Z])(?:IPC|HAC|TPC|HFW|HDW|HDBW|HDPW|PTZ|SD\d)/i;

/** VTO door stations and VTH indoor monitors. */
const doorStationModel = /(?:^|[^A-Z])VT[OH]/i;

/** The kind that the letters of a model name; null where they name none. */
export function knownDeviceKind(model: string): DeviceKind | null {
  if (recorderModel.test(model)) return 'recorder';
  if (doorStationModel.test(model)) return 'doorStation';
  return cameraModel.test(model) ? 'camera' : null;
}

/**
 * Guesses the kind of a device from the model on its label; the agent can correct it.
 * A recorder when nothing tells: that is what most reset codes are shown by.
 */
export function guessDeviceKind(model: string | null): DeviceKind {
  return (model === null ? null : knownDeviceKind(model)) ?? 'recorder';
}
