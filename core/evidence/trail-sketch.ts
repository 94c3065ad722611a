import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { type TrailTail, trailKindSchema } from './trail-tail.ts';

/**
 * A fixed number of bytes over the ends of all trails, brought up to date by what has changed alone. It is an invertible
 * Bloom lookup table (Goodrich and Mitzenmacher, 2011): two of them say not only whether two sets of trails are the same but,
 * as long as not too many differ, which ones differ.
 */
export interface TrailSketch {
  /** How many trails there are, and how many entries in all of them. */
  readonly trails: number;
  readonly entries: number;
  /** The sum of the trails' SHA-256, in 8 lanes of 32 bits. */
  readonly root: Uint32Array;
  readonly cells: Uint8Array;
}

/** Each trail is in three cells, one of each part, so that parts of 32 cells tell about 60 differences apart. */
const PARTS = 3;
const CELLS_PER_PART = 32;

// kind 1, id 16, number 4, sequence 4, hash 16
const TAIL_BYTES = 41;
const CHECK_BYTES = 8;
/** In a cell: how many are in it (4), then the exclusive or of their check bytes, and of the ends themselves. */
const COUNT_BYTES = 4;
const CELL_BYTES = COUNT_BYTES + CHECK_BYTES + TAIL_BYTES;
const CELLS_BYTES = PARTS * CELLS_PER_PART * CELL_BYTES;
const ROOT_LANES = 8;
const HASH_BYTES = 16;

/** As it is kept: trails, entries (8 bytes each), root, cells. */
export const SKETCH_BYTES = 16 + ROOT_LANES * 4 + CELLS_BYTES;

export interface TailChange {
  readonly tail: TrailTail;
  /** 1: is there from now on; -1: is not the end any more. */
  readonly by: 1 | -1;
}

export function emptySketch(): TrailSketch {
  return { trails: 0, entries: 0, root: new Uint32Array(ROOT_LANES), cells: new Uint8Array(CELLS_BYTES) };
}

/** The sketch after the changes; the given one stays as it is. */
export function withChanges(sketch: TrailSketch, changes: Iterable<TailChange>): TrailSketch {
  const root = sketch.root.slice();
  const cells = sketch.cells.slice();
  let { trails, entries } = sketch;
  for (const { tail, by } of changes) {
    const bytes = bytesOf(tail);
    const digest = sha256(bytes);
    addToRoot(root, digest, by);
    for (const place of placesOf(digest)) addToCell(cells, place, bytes, digest, by);
    trails += by;
    entries += by * tail.sequence;
  }
  return { trails, entries, root, cells };
}

/** Whether both are over the same trails. */
export function isSameSketch(one: TrailSketch, other: TrailSketch): boolean {
  return one.root.every((lane, index) => lane === other.root[index]) && one.entries === other.entries;
}

/** For people and exports: 64 hex digits. */
export function rootText({ root }: TrailSketch): string {
  return [...root].map((lane) => lane.toString(16).padStart(8, '0')).join('');
}

export interface SketchDifference {
  readonly onlyInOne: readonly TrailTail[];
  readonly onlyInOther: readonly TrailTail[];
  /** False when too many differ: then some of them, or none, are told. */
  readonly isComplete: boolean;
}

/** Which trails' ends are in one and not in the other. */
export function differenceOf(one: TrailSketch, other: TrailSketch): SketchDifference {
  const cells = subtract(one.cells, other.cells);
  const onlyInOne: TrailTail[] = [];
  const onlyInOther: TrailTail[] = [];
  // A cell with one end tells it; taken out of its other cells, it may leave another one alone there.
  for (let isProgress = true; isProgress; ) {
    isProgress = false;
    for (let place = 0; place < PARTS * CELLS_PER_PART; place += 1) {
      const found = singleIn(cells, place);
      if (found === null) continue;
      (found.count === 1 ? onlyInOne : onlyInOther).push(tailOf(found.bytes));
      for (const each of placesOf(found.digest))
        addToCell(cells, each, found.bytes, found.digest, found.count === 1 ? -1 : 1);
      isProgress = true;
    }
  }
  return { onlyInOne, onlyInOther, isComplete: cells.every((byte) => byte === 0) };
}

export function sketchToBytes({ trails, entries, root, cells }: TrailSketch): Uint8Array {
  const bytes = new Uint8Array(SKETCH_BYTES);
  const view = new DataView(bytes.buffer);
  view.setFloat64(0, trails);
  view.setFloat64(8, entries);
  for (const [lane, value] of root.entries()) view.setUint32(16 + lane * 4, value);
  bytes.set(cells, 16 + ROOT_LANES * 4);
  return bytes;
}

/** Null for bytes that are no sketch. */
export function sketchFromBytes(bytes: Uint8Array): TrailSketch | null {
  if (bytes.length !== SKETCH_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const root = Uint32Array.from({ length: ROOT_LANES }, (_, lane) => view.getUint32(16 + lane * 4));
  return {
    trails: view.getFloat64(0),
    entries: view.getFloat64(8),
    root,
    // A copy of the plain kind: a slice of a Buffer would share its bytes with the cells it was taken from.
    cells: Uint8Array.from(bytes.subarray(16 + ROOT_LANES * 4)),
  };
}

function bytesOf({ kind, id, number, sequence, hash }: TrailTail): Uint8Array {
  const bytes = new Uint8Array(TAIL_BYTES);
  const view = new DataView(bytes.buffer);
  bytes[0] = trailKindSchema.options.indexOf(kind);
  bytes.set(hexToBytes(id.replaceAll('-', '')), 1);
  view.setUint32(17, number);
  view.setUint32(21, sequence);
  bytes.set(hexToBytes(hash.slice(0, HASH_BYTES * 2)), 25);
  return bytes;
}

function tailOf(bytes: Uint8Array): TrailTail {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const id = bytesToHex(bytes.slice(1, 17)).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return {
    kind: trailKindSchema.options[bytes[0] ?? 0] ?? 'desk',
    id,
    number: view.getUint32(17),
    sequence: view.getUint32(21),
    hash: bytesToHex(bytes.slice(25, 25 + HASH_BYTES)),
  };
}

/** One cell of each part. */
function placesOf(digest: Uint8Array): number[] {
  return Array.from(
    { length: PARTS },
    (_, part) => part * CELLS_PER_PART + ((digest[CHECK_BYTES + part] ?? 0) % CELLS_PER_PART),
  );
}

function addToRoot(root: Uint32Array, digest: Uint8Array, by: 1 | -1): void {
  const view = new DataView(digest.buffer, digest.byteOffset, digest.byteLength);
  for (let lane = 0; lane < ROOT_LANES; lane += 1)
    root[lane] = (root[lane] ?? 0) + by * view.getUint32(lane * 4);
}

function addToCell(
  cells: Uint8Array,
  place: number,
  bytes: Uint8Array,
  digest: Uint8Array,
  by: 1 | -1,
): void {
  const start = place * CELL_BYTES;
  const view = new DataView(cells.buffer, cells.byteOffset, cells.byteLength);
  view.setInt32(start, view.getInt32(start) + by);
  for (let index = 0; index < CHECK_BYTES; index += 1)
    xorAt(cells, start + COUNT_BYTES + index, digest[index] ?? 0);
  for (let index = 0; index < TAIL_BYTES; index += 1)
    xorAt(cells, start + COUNT_BYTES + CHECK_BYTES + index, bytes[index] ?? 0);
}

function xorAt(bytes: Uint8Array, index: number, value: number): void {
  bytes[index] = (bytes[index] ?? 0) ^ value;
}

function subtract(one: Uint8Array, other: Uint8Array): Uint8Array {
  const cells = one.map((byte, index) => byte ^ (other[index] ?? 0));
  const [result, mine, theirs] = [cells, one, other].map(
    ({ buffer, byteOffset, byteLength }) => new DataView(buffer, byteOffset, byteLength),
  );
  for (let start = 0; start < CELLS_BYTES; start += CELL_BYTES)
    result?.setInt32(start, (mine?.getInt32(start) ?? 0) - (theirs?.getInt32(start) ?? 0));
  return cells;
}

function singleIn(cells: Uint8Array, place: number) {
  const start = place * CELL_BYTES;
  const count = new DataView(cells.buffer, cells.byteOffset, cells.byteLength).getInt32(start);
  if (Math.abs(count) !== 1) return null;
  const bytes = cells.slice(start + COUNT_BYTES + CHECK_BYTES, start + CELL_BYTES);
  const digest = sha256(bytes);
  const check = cells.subarray(start + COUNT_BYTES, start + COUNT_BYTES + CHECK_BYTES);
  return check.every((byte, index) => byte === digest[index]) ? { count, bytes, digest } : null;
}
