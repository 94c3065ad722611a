type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'altKey' | 'metaKey'>;

/**
 * The row that a key leads to from row `index`; null for keys that do not move. Holding a key goes on, and with Shift the
 * rows are selected on the way.
 *
 * @param screenRows rows that one screen shows
 */
export function rowStep(press: KeyPress, index: number, total: number, screenRows: number): number | null {
  if (press.altKey || press.metaKey || press.ctrlKey) return null;
  const target = targetOf(press.key, index, total, Math.max(1, screenRows - 1));
  return target === null ? null : Math.max(0, Math.min(target, total - 1));
}

function targetOf(key: string, index: number, total: number, page: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return index + 1;
    case 'ArrowUp':
      return index - 1;
    case 'PageDown':
      return index + page;
    case 'PageUp':
      return index - page;
    case 'Home':
      return 0;
    case 'End':
      return total - 1;
    default:
      return null;
  }
}
