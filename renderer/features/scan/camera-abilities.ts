/** A value that the camera can be set to, in its own unit. */
export interface Range {
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** What a camera's own hardware offers; most built-in ones offer nothing. */
export interface CameraAbilities {
  readonly lensZoom: Range | null;
  readonly hasTorch: boolean;
  /** Metres; null unless the focus can be set by hand and given back to the camera. */
  readonly focusDistance: Range | null;
}

export const NO_ABILITIES: CameraAbilities = { lensZoom: null, hasTorch: false, focusDistance: null };

/** What is set on a camera; see `CameraPreference`. */
export interface CameraTuning {
  readonly lensZoom: number | null;
  readonly focusDistance: number | null;
  readonly isTorchOn: boolean;
}

/**
 * Reads what `MediaStreamTrack.getCapabilities()` answers. Its types leave the picture settings out, and drivers
 * answer nonsense at times (a range from 0 to 0), so nothing of it is taken for granted. Source: W3C MediaStream Image Capture.
 */
export function readAbilities(capabilities: unknown): CameraAbilities {
  if (typeof capabilities !== 'object' || capabilities === null) return NO_ABILITIES;
  const fields = new Map<string, unknown>(Object.entries(capabilities));
  const focusModes = fields.get('focusMode');
  const canFocus =
    Array.isArray(focusModes) && focusModes.includes('manual') && focusModes.includes('continuous');
  return {
    lensZoom: readRange(fields.get('zoom')),
    hasTorch: fields.get('torch') === true,
    focusDistance: canFocus ? readRange(fields.get('focusDistance')) : null,
  };
}

/** The constraints that set a camera so, only of what it offers; values are kept inside the camera's range. */
export function toConstraints(abilities: CameraAbilities, tuning: CameraTuning): Record<string, unknown>[] {
  const constraints: Record<string, unknown>[] = [];
  if (abilities.lensZoom !== null && tuning.lensZoom !== null) {
    constraints.push({ zoom: within(abilities.lensZoom, tuning.lensZoom) });
  }
  if (abilities.hasTorch) constraints.push({ torch: tuning.isTorchOn });
  if (abilities.focusDistance !== null) constraints.push(focusOf(abilities.focusDistance, tuning));
  return constraints;
}

function focusOf(range: Range, { focusDistance }: CameraTuning): Record<string, unknown> {
  if (focusDistance === null) return { focusMode: 'continuous' };
  return { focusMode: 'manual', focusDistance: within(range, focusDistance) };
}

function within({ min, max }: Range, value: number): number {
  return Math.min(max, Math.max(min, value));
}

function readRange(value: unknown): Range | null {
  if (typeof value !== 'object' || value === null) return null;
  const fields = new Map<string, unknown>(Object.entries(value));
  const [min, max, step] = [fields.get('min'), fields.get('max'), fields.get('step')];
  if (typeof min !== 'number' || typeof max !== 'number' || !(max > min)) return null;
  const isUsable = typeof step === 'number' && step > 0;
  return { min, max, step: isUsable ? step : (max - min) / 20 };
}
