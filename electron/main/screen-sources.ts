/** Pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface DisplayGeometry {
  readonly id: number;
  readonly label: string;
  /** In device-independent pixels. */
  readonly size: Size;
  readonly scaleFactor: number;
}

/** The display's own pixels. */
export function nativeSize(display: DisplayGeometry): Size {
  return {
    width: Math.round(display.size.width * display.scaleFactor),
    height: Math.round(display.size.height * display.scaleFactor),
  };
}

/** Each size once: the capturer scales every display to the size asked for, so each size takes a capture of its own. */
export function distinctSizes(sizes: readonly Size[]): readonly Size[] {
  return sizes.filter(
    (size, index) =>
      sizes.findIndex((other) => other.width === size.width && other.height === size.height) === index,
  );
}

/** A captured source; `display_id` is empty where the system does not tell which display it is. */
export interface ScreenSource {
  readonly id: string;
  readonly display_id: string;
}

/** The source that shows a display: by its id, else by its place in the list if there are as many of both. */
export function sourceOf<Source extends ScreenSource>(
  display: DisplayGeometry,
  displays: readonly DisplayGeometry[],
  sources: readonly Source[],
): Source | null {
  const byId = sources.find((source) => source.display_id === String(display.id));
  if (byId !== undefined) return byId;
  return sources.length === displays.length ? (sources[displays.indexOf(display)] ?? null) : null;
}

/** Do two capture ids mean the same window? They are `window:NUMBER:REST`, and the rest depends on who tells them. */
export function isSameWindow(one: string, other: string): boolean {
  const [kind, number] = one.split(':');
  return number !== undefined && other.startsWith(`${kind}:${number}:`);
}
