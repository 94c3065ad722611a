import type { DeviceKind } from '../values.ts';

/** NVR, XVR, DVR and HCVR in any longer family name (MXVR, DHI-NVR); IVSS and EVS are recording servers. */
const recorderModel = /NVR|XVR|DVR|HCVR|IVSS|EVS\d/i;

/** IPC network, HAC analogue and TPC thermal cameras, SD and PTZ domes, and the housings HFW, HDW, HDBW, HDPW. */
const cameraModel = /(?:^|[^A-Z])(?:IPC|HAC|TPC|HFW|HDW|HDBW|HDPW|PTZ|SD\d)/i;

/**
 * Guesses the kind of a device from the model on its label; the agent can correct it.
 * A recorder when nothing tells: that is what most reset codes are shown by.
 */
export function guessDeviceKind(model: string | null): DeviceKind {
  if (model === null || recorderModel.test(model)) return 'recorder';
  return cameraModel.test(model) ? 'camera' : 'recorder';
}
