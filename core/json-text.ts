/** A place in a text file, both counted from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export type JsonReading =
  | { readonly ok: true; readonly value: unknown; readonly placeOf: (path: readonly PropertyKey[]) => Place }
  | { readonly ok: false; readonly place: Place; readonly reason: string };

/** What was read, and where it began. */
interface Node {
  readonly value: unknown;
  readonly offset: number;
  readonly children: ReadonlyMap<PropertyKey, Node>;
}

/** So deep no file of ours is; a deeper one could exhaust the stack. */
const maxDepth = 64;

/** Five times what the longest procedure has; each costs time in all that is checked after the reading. */
const maxValues = 10_000;

/**
 * Reads JSON and remembers where each value stands, which `JSON.parse` does not: whoever writes a file by hand needs
 * the line. Never throws.
 */
export function readJson(text: string): JsonReading {
  try {
    const reader = new Reader(text);
    const root = reader.document();
    return { ok: true, value: root.value, placeOf: (path) => placeAt(text, offsetOf(root, path)) };
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    return { ok: false, place: placeAt(text, error.offset), reason: error.message };
  }
}

/** The nearest thing that is there: a missing field is told at the object that misses it. */
function offsetOf(root: Node, path: readonly PropertyKey[]): number {
  let node = root;
  for (const part of path) {
    const child = node.children.get(part);
    if (child === undefined) break;
    node = child;
  }
  return node.offset;
}

function placeAt(text: string, offset: number): Place {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
}

class JsonFault extends Error {
  readonly offset: number;

  constructor(offset: number, message: string) {
    super(message);
    this.offset = offset;
  }
}

const blank = /[ \t\r\n]*/y;
const sign = /[{}[\],:]/y;
const scalar = /"(?:[^"\\\n\r]|\\.)*"|-?[0-9][0-9.eE+-]*|true|false|null/y;

class Reader {
  readonly #text: string;
  #offset = 0;
  #depth = 0;
  #values = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): Node {
    const root = this.#value();
    this.#skipBlank();
    if (this.#offset < this.#text.length) this.#fail('Nothing may follow here.');
    return root;
  }

  #value(): Node {
    this.#skipBlank();
    const offset = this.#offset;
    this.#depth += 1;
    if (this.#depth > maxDepth) this.#fail('This is nested too deeply.');
    this.#values += 1;
    if (this.#values > maxValues) this.#fail(`There are more than ${maxValues} values in this file.`);
    const children = this.#takes('{') ? this.#fields() : this.#takes('[') ? this.#items() : null;
    this.#depth -= 1;
    if (children === null) return { value: this.#scalar(), offset, children: new Map() };
    const isList = this.#text[offset] === '[';
    const values = [...children].map(([key, { value }]) => [key, value] as const);
    const value = isList ? values.map(([, item]) => item) : Object.fromEntries(values);
    return { value, offset, children };
  }

  #fields(): Map<PropertyKey, Node> {
    const fields = new Map<PropertyKey, Node>();
    if (this.#takes('}')) return fields;
    do {
      this.#skipBlank();
      if (this.#text[this.#offset] !== '"') this.#fail('A name in double quotes is expected.');
      const nameOffset = this.#offset;
      const name = String(this.#scalar());
      if (fields.has(name)) this.#fail(`"${name}" is there twice.`, nameOffset);
      if (!this.#takes(':')) this.#fail('A colon is expected.');
      fields.set(name, this.#value());
    } while (this.#takes(','));
    if (!this.#takes('}')) this.#fail('A comma or } is expected.');
    return fields;
  }

  #items(): Map<PropertyKey, Node> {
    const items = new Map<PropertyKey, Node>();
    if (this.#takes(']')) return items;
    do items.set(items.size, this.#value());
    while (this.#takes(','));
    if (!this.#takes(']')) this.#fail('A comma or ] is expected.');
    return items;
  }

  #scalar(): unknown {
    scalar.lastIndex = this.#offset;
    const found = scalar.exec(this.#text)?.[0];
    if (found === undefined) this.#fail('A value is expected.');
    try {
      const value: unknown = JSON.parse(found);
      this.#offset += found.length;
      return value;
    } catch {
      return this.#fail('This is not a value that JSON knows.');
    }
  }

  /** Goes past a sign, if it is the next one. */
  #takes(wanted: string): boolean {
    this.#skipBlank();
    sign.lastIndex = this.#offset;
    if (sign.exec(this.#text)?.[0] !== wanted) return false;
    this.#offset += 1;
    return true;
  }

  #skipBlank(): void {
    blank.lastIndex = this.#offset;
    this.#offset += blank.exec(this.#text)?.[0].length ?? 0;
  }

  #fail(message: string, offset = this.#offset): never {
    throw new JsonFault(offset, message);
  }
}
