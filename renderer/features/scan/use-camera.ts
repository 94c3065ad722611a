import { useCallback, useEffect, useState } from 'react';
import type { RememberedCamera } from '../../lib/remembered-camera.ts';
import { type Camera, type CameraProblem, cameraProblemOf, chooseCamera, sortCameras } from './cameras.ts';

export type CameraState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'live'; readonly stream: MediaStream; readonly deviceId: string }
  | { readonly kind: 'failed'; readonly problem: CameraProblem };

export interface CameraControl {
  readonly state: CameraState;
  /** Real ones first. */
  readonly cameras: readonly Camera[];
  readonly retry: () => void;
}

/**
 * Runs the wanted camera while the component is on screen and stops its tracks the moment it is not.
 * A camera that is plugged in later starts by itself.
 */
export function useCamera({ deviceId, label }: RememberedCamera): CameraControl {
  const [state, setState] = useState<CameraState>({ kind: 'starting' });
  const [cameras, setCameras] = useState<readonly Camera[]>([]);
  const [attempt, setAttempt] = useState(0);
  const retry = useCallback(() => setAttempt((before) => before + 1), []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new attempt starts the same camera again.
  useEffect(() => {
    const run = startRun({ deviceId, label }, { setState, setCameras });
    return run.stop;
  }, [deviceId, label, attempt]);

  const isFailed = state.kind === 'failed';
  useEffect(() => {
    const onChange = async () => {
      setCameras(sortCameras(await listCameras()));
      if (isFailed) retry();
    };
    navigator.mediaDevices.addEventListener('devicechange', onChange);
    return () => navigator.mediaDevices.removeEventListener('devicechange', onChange);
  }, [isFailed, retry]);

  return { state, cameras, retry };
}

interface RunEvents {
  readonly setState: (state: CameraState) => void;
  readonly setCameras: (cameras: readonly Camera[]) => void;
}

/** One run of one camera; after `stop` it says nothing more and holds no track, even if it was still starting. */
function startRun(wanted: RememberedCamera, { setState, setCameras }: RunEvents): { stop: () => void } {
  let isStopped = false;
  let stream: MediaStream | null = null;

  async function start(): Promise<void> {
    setState({ kind: 'starting' });
    try {
      stream = await openWanted(wanted);
      if (isStopped) return stopTracks(stream);
      const [track] = stream.getVideoTracks();
      track?.addEventListener('ended', () => {
        if (!isStopped) setState({ kind: 'failed', problem: 'unplugged' });
      });
      setState({ kind: 'live', stream, deviceId: deviceIdOf(stream) });
    } catch (error) {
      if (!isStopped) setState({ kind: 'failed', problem: cameraProblemOf(error) });
    }
    if (!isStopped) setCameras(sortCameras(await listCameras()));
  }

  void start();
  return {
    stop: () => {
      isStopped = true;
      stopTracks(stream);
    },
  };
}

/** Names are only known once a camera was allowed, so the first choice may have to be made again. */
async function openWanted(wanted: RememberedCamera): Promise<MediaStream> {
  const before = chooseCamera(await listCameras(), wanted);
  const isKnown = before !== null && before.deviceId !== '' && before.label !== '';
  const stream = await open(isKnown ? before.deviceId : null);
  if (isKnown) return stream;
  const better = chooseCamera(await listCameras(), wanted);
  if (better === null || better.deviceId === '' || better.deviceId === deviceIdOf(stream)) return stream;
  stopTracks(stream);
  return open(better.deviceId);
}

function open(deviceId: string | null): Promise<MediaStream> {
  return navigator.mediaDevices.getUserMedia({
    audio: false,
    video: {
      width: { ideal: 1920 },
      height: { ideal: 1080 },
      ...(deviceId === null ? {} : { deviceId: { exact: deviceId } }),
    },
  });
}

async function listCameras(): Promise<Camera[]> {
  const devices = await navigator.mediaDevices.enumerateDevices();
  return devices
    .filter((device) => device.kind === 'videoinput')
    .map(({ deviceId, label }) => ({ deviceId, label }));
}

function deviceIdOf(stream: MediaStream): string {
  return stream.getVideoTracks()[0]?.getSettings().deviceId ?? '';
}

function stopTracks(stream: MediaStream | null): void {
  for (const track of stream?.getTracks() ?? []) track.stop();
}
