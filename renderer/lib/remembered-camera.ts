/** What the agent picked before; both null for "whichever is there". */
export interface RememberedCamera {
  readonly deviceId: string | null;
  readonly label: string | null;
}

/** The remembered camera among these, or null: by id, else by name, because ids change when permissions are reset. */
export function findRemembered<Camera extends RememberedCamera>(
  cameras: readonly Camera[],
  { deviceId, label }: RememberedCamera,
): Camera | null {
  return (
    cameras.find((camera) => isTold(camera.deviceId) && camera.deviceId === deviceId) ??
    cameras.find((camera) => isTold(camera.label) && camera.label === label) ??
    null
  );
}

/** The browser tells neither ids nor names before a camera was allowed. */
function isTold(text: string | null): boolean {
  return text !== null && text !== '';
}
