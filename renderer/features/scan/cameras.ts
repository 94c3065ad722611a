import { findRemembered, type RememberedCamera } from '../../lib/remembered-camera.ts';

/** A camera of this computer; the label is empty until the camera has been allowed once. */
export interface Camera {
  readonly deviceId: string;
  readonly label: string;
}

/** Programs that pose as a camera: they show a picture of their own, not what is in front of the agent. */
const VIRTUAL =
  /\b(?:obs|virtual|manycam|snap|xsplit|mmhmm|droidcam obs|unity capture|ndi|dummy|loopback)\b/i;

export function isVirtualCamera(camera: Camera): boolean {
  return VIRTUAL.test(camera.label);
}

/** Real cameras first, each kind in the computer's own order. */
export function sortCameras(cameras: readonly Camera[]): Camera[] {
  return cameras.toSorted((left, right) => Number(isVirtualCamera(left)) - Number(isVirtualCamera(right)));
}

/** The remembered camera if it is there, else the first real one, else whatever there is. */
export function chooseCamera(cameras: readonly Camera[], remembered: RememberedCamera): Camera | null {
  const sorted = sortCameras(cameras);
  return findRemembered(sorted, remembered) ?? sorted[0] ?? null;
}

export type CameraProblem = 'notAllowed' | 'notFound' | 'busy' | 'unsuitable' | 'unplugged' | 'unknown';

/** The problem behind an error of `getUserMedia`, by the error's name. Source: W3C Media Capture and Streams. */
export function cameraProblemOf(error: unknown): CameraProblem {
  switch (error instanceof Error ? error.name : '') {
    case 'NotAllowedError':
    case 'SecurityError':
      return 'notAllowed';
    case 'NotFoundError':
      return 'notFound';
    case 'NotReadableError':
    case 'AbortError':
      return 'busy';
    case 'OverconstrainedError':
      return 'unsuitable';
    default:
      return 'unknown';
  }
}
