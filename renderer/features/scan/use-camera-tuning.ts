import { useEffect, useMemo, useState } from 'react';
import type { CameraPreference } from '../../../core/contract/shell-records.ts';
import { useCall, useCommand } from '../../api/use-call.ts';
import {
  type CameraAbilities,
  type CameraTuning,
  NO_ABILITIES,
  readAbilities,
  toConstraints,
} from './camera-abilities.ts';

const UNTOUCHED: CameraPreference = { zoom: 1, lensZoom: null, focusDistance: null };

export interface CameraTuningControl {
  readonly abilities: CameraAbilities;
  readonly preference: CameraPreference;
  readonly isTorchOn: boolean;
  readonly change: (part: Partial<CameraPreference>) => void;
  readonly setTorch: (isOn: boolean) => void;
}

/** Zoom, focus and light of the running camera. All but the light is remembered by the camera's name. */
export function useCameraTuning(stream: MediaStream | null): CameraTuningControl {
  const track = stream?.getVideoTracks()[0] ?? null;
  const label = track?.label ?? '';
  const abilities = useMemo(() => abilitiesOf(track), [track]);
  const [preference, change] = usePreference(label);
  const [litTrack, setLitTrack] = useState<MediaStreamTrack | null>(null);
  const isTorchOn = track !== null && litTrack === track;
  const { lensZoom, focusDistance } = preference;

  useEffect(() => {
    if (track !== null) void tune(track, abilities, { lensZoom, focusDistance, isTorchOn });
  }, [track, abilities, lensZoom, focusDistance, isTorchOn]);

  return {
    abilities,
    preference,
    isTorchOn,
    change,
    setTorch: (isOn) => setLitTrack(isOn ? track : null),
  };
}

function usePreference(label: string): [CameraPreference, (part: Partial<CameraPreference>) => void] {
  const stored = useCall('settings.get', {}).data?.cameraPreferences;
  const update = useCommand('settings.update');
  // What was changed here shows at once; the settings follow.
  const [changed, setChanged] = useState<Readonly<Record<string, CameraPreference>>>({});
  const preference = changed[label] ?? stored?.[label] ?? UNTOUCHED;
  const change = (part: Partial<CameraPreference>) => {
    const next = { ...changed, [label]: { ...preference, ...part } };
    setChanged(next);
    if (label !== '') update.mutate({ cameraPreferences: { ...stored, ...next } });
  };
  return [preference, change];
}

function abilitiesOf(track: MediaStreamTrack | null): CameraAbilities {
  return track === null ? NO_ABILITIES : readAbilities(track.getCapabilities());
}

/** A camera that refuses goes on as it was; the picture shows it. */
async function tune(
  track: MediaStreamTrack,
  abilities: CameraAbilities,
  tuning: CameraTuning,
): Promise<void> {
  const advanced = toConstraints(abilities, tuning);
  if (advanced.length === 0 || track.readyState !== 'live') return;
  await track.applyConstraints({ advanced }).catch(() => undefined);
}
