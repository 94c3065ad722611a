import { createHmac, randomUUID, timingSafeEqual } from 'node:crypto';
import { closeSync, existsSync, fdatasyncSync, openSync, readSync, renameSync, writeSync } from 'node:fs';
import { type Exchange, exchangeSchema, type RecordsHead } from '../../../../core/evidence/records-head.ts';
import { SKETCH_BYTES, sketchFromBytes, sketchToBytes } from '../../../../core/evidence/trail-sketch.ts';
import { isOrdinaryFile } from '../../../files/read-file.ts';

/** What lies beside the database and says what must be in it. */
export interface HeadNote {
  /** As the database is for sure. */
  readonly current: RecordsHead;
  /** As it is once the change that is being written is durable. */
  readonly next: RecordsHead;
  /** The `user_version` of the main file, without its log; null while the log is being written into it. */
  readonly mainVersion: number | null;
  /** Set while other records take the place of the present ones. */
  readonly exchange: Exchange | null;
}

const MAGIC = 'RDHEAD01';
const EXCHANGE_BYTES = 1024;
const HEAD_BYTES = 8 + SKETCH_BYTES;
const MAC_BYTES = 32;
// magic, generation, version of the main file, exchange, two heads
const BODY_BYTES = MAGIC.length + 8 + 8 + EXCHANGE_BYTES + 2 * HEAD_BYTES;
/** Whole blocks of the disk, so that writing one place leaves the other as it is. */
const SLOT_BYTES = Math.ceil((BODY_BYTES + MAC_BYTES) / 4096) * 4096;

interface Slot {
  readonly generation: number;
  readonly note: HeadNote;
}

export function headFileOf(databaseFile: string): string {
  return `${databaseFile}.head`;
}

/**
 * What the file beside a database says; `missing` without one, `unreadable` for one that was not written with this key.
 * Of its two places the newer good one counts: a write that was cut off spoils one only.
 */
export function readHeadNote(file: string, keyHex: string): HeadNote | 'missing' | 'unreadable' {
  const slot = readNewest(file, keyHex);
  return typeof slot === 'string' ? slot : slot.note;
}

/** Writes the file beside a database, in place and durably; so a full disk does not stop it. */
export class HeadFile {
  readonly #handle: number;
  readonly #keyHex: string;
  #generation: number;

  private constructor(handle: number, keyHex: string, generation: number) {
    this.#handle = handle;
    this.#keyHex = keyHex;
    this.#generation = generation;
  }

  /** Makes it when there is none. What is no file, such as a folder, is set aside. */
  static open(file: string, keyHex: string): HeadFile {
    if (isOddThing(file)) renameSync(file, `${file}.aside-${randomUUID().slice(0, 8)}`);
    const newest = readNewest(file, keyHex);
    const handle = openSync(file, newest === 'missing' ? 'w+' : 'r+', 0o600);
    return new HeadFile(handle, keyHex, typeof newest === 'string' ? 0 : newest.generation);
  }

  write(note: HeadNote): void {
    this.#generation += 1;
    this.#put(note, this.#keyHex);
  }

  /** For both keys, because the database has the one or the other while it is given another. */
  writeForBoth(note: HeadNote, nextKeyHex: string): void {
    this.write(note);
    this.#generation += 1;
    this.#put(note, nextKeyHex);
  }

  close(): void {
    closeSync(this.#handle);
  }

  #put(note: HeadNote, keyHex: string): void {
    const bytes = slotBytes({ generation: this.#generation, note }, keyHex);
    writeSync(this.#handle, bytes, 0, bytes.length, (this.#generation % 2) * SLOT_BYTES);
    fdatasyncSync(this.#handle);
  }
}

/** It is there, and no file. */
function isOddThing(file: string): boolean {
  return existsSync(file) && !isOrdinaryFile(file);
}

function readNewest(file: string, keyHex: string): Slot | 'missing' | 'unreadable' {
  // A pipe that nobody writes into would never open.
  if (isOddThing(file)) return 'unreadable';
  let handle: number;
  try {
    handle = openSync(file, 'r');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 'missing';
    throw error;
  }
  try {
    const slots = [0, 1].flatMap((place) => readSlot(handle, place, keyHex) ?? []);
    return slots.sort((a, b) => b.generation - a.generation)[0] ?? 'unreadable';
  } finally {
    closeSync(handle);
  }
}

function readSlot(handle: number, place: number, keyHex: string): Slot | null {
  const bytes = Buffer.alloc(SLOT_BYTES);
  if (readSync(handle, bytes, 0, SLOT_BYTES, place * SLOT_BYTES) < BODY_BYTES + MAC_BYTES) return null;
  const body = bytes.subarray(0, BODY_BYTES);
  const mac = bytes.subarray(BODY_BYTES, BODY_BYTES + MAC_BYTES);
  if (!timingSafeEqual(mac, macOf(body, keyHex)) || body.toString('latin1', 0, MAGIC.length) !== MAGIC)
    return null;
  return parseBody(body);
}

function slotBytes({ generation, note }: Slot, keyHex: string): Buffer {
  const bytes = Buffer.alloc(SLOT_BYTES);
  let at = bytes.write(MAGIC, 'latin1');
  at = bytes.writeDoubleBE(generation, at);
  at = bytes.writeDoubleBE(note.mainVersion ?? -1, at);
  const exchange = Buffer.from(note.exchange === null ? '' : JSON.stringify(note.exchange));
  if (exchange.length > EXCHANGE_BYTES) throw new Error('The exchange does not fit the head file.');
  exchange.copy(bytes, at);
  at += EXCHANGE_BYTES;
  for (const { serial, sketch } of [note.current, note.next]) {
    at = bytes.writeDoubleBE(serial, at);
    bytes.set(sketchToBytes(sketch), at);
    at += SKETCH_BYTES;
  }
  bytes.set(macOf(bytes.subarray(0, BODY_BYTES), keyHex), BODY_BYTES);
  return bytes;
}

function parseBody(body: Buffer): Slot | null {
  let at = MAGIC.length;
  const generation = body.readDoubleBE(at);
  const mainVersion = body.readDoubleBE(at + 8);
  at += 16;
  const exchange = body.toString('utf8', at, at + EXCHANGE_BYTES).replaceAll('\0', '');
  at += EXCHANGE_BYTES;
  const [current, next] = [at, at + HEAD_BYTES].map((start) => {
    const sketch = sketchFromBytes(body.subarray(start + 8, start + HEAD_BYTES));
    return sketch === null ? null : { serial: body.readDoubleBE(start), sketch };
  });
  if (current === null || current === undefined || next === null || next === undefined) return null;
  const note = {
    current,
    next,
    mainVersion: mainVersion < 0 ? null : mainVersion,
    exchange: exchange === '' ? null : exchangeSchema.parse(JSON.parse(exchange)),
  };
  return { generation, note };
}

/** With the database's key, so that whoever can only write files can not make one. */
function macOf(body: Buffer, keyHex: string): Buffer {
  const key = createHmac('sha256', Buffer.from(keyHex, 'hex')).update('resetdesk records head v1').digest();
  return createHmac('sha256', key).update(body).digest();
}
