/** At most `most` whole numbers from 0 below `count`, evenly spread and rising; the middle comes in when there is only one. */
export function spread(count: number, most: number): readonly number[] {
  const wanted = Math.min(count, most);
  return Array.from({ length: wanted }, (_, index) => Math.floor(((index + 0.5) * count) / wanted));
}
