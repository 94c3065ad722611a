import * as z from 'zod';

/**
 * One field of a record, told once: the contract, the database, search, merge, exports, import and the reading of old
 * entries all go by it. Nothing is optional, so that whoever adds a field decides each of them.
 */
export interface Field {
  /** As it is stored and shown. */
  readonly stored: z.ZodType;
  /** As an agent can type it; null for what is not edited by itself. */
  readonly typed: z.ZodType | null;
  /** What it is where nothing is known of it, and in entries older than the field; undefined where it was there from the start. */
  readonly blank: unknown;
  /** In the record's table. Lists are kept there as JSON. */
  readonly column: string;
  /** Whether the record is found by its words and codes, or as by a phone number in all its spellings. */
  readonly search: 'text' | 'phone' | null;
  /** Of two records that become one: the field of either, or also of both together (lists and notes). */
  readonly merge: 'either' | 'both' | null;
  /** Whether agents write it freely: then a log does not keep it once it was taken back. */
  readonly isOwnWords: boolean;
  /** Its column in exported tables, the same in every language; null for what is not in them. */
  readonly heading: string | null;
  /** Whether an import takes its cell as it is written, or by rules of its own in `core/transfer`; null for neither. */
  readonly imported: 'text' | 'ownRules' | null;
}

export type Fields = Readonly<Record<string, Field>>;

type Value<One extends Field> = z.output<One['stored']>;

/** A record's fields as they are stored. */
export type ValuesOf<Table extends Fields> = { readonly [Name in keyof Table]: Value<Table[Name]> };

/** That a field's blank, and what can be typed, are values of the field. */
type Fitting<Table extends Fields> = {
  readonly [Name in keyof Table]: {
    readonly blank: Readonly<Value<Table[Name]>> | undefined;
    readonly typed: z.ZodType<Value<Table[Name]>> | null;
  };
};

/** A record's fields, in the order in which they are shown and exported. */
export function defineFields<const Table extends Fields>(table: Table & Fitting<Table>): Table {
  return table;
}

/** Names of the fields that say something of a property, as `NamesWhere<typeof deviceFields, 'merge', 'both'>`. */
export type NamesWhere<Table extends Fields, Property extends keyof Field, Said> = {
  [Name in keyof Table]: Table[Name][Property] extends Said ? Name : never;
}[keyof Table] &
  string;

/** See {@link NamesWhere}. */
export function namesWhere<
  Table extends Fields,
  Property extends keyof Field,
  const Said extends Field[Property],
>(table: Table, property: Property, ...said: readonly Said[]): readonly NamesWhere<Table, Property, Said>[] {
  const asked: readonly unknown[] = said;
  const names = Object.entries(table).filter(([, field]) => asked.includes(field[property]));
  // The names are of the table, which `Object.entries` does not say.
  return names.map(([name]) => name as NamesWhere<Table, Property, Said>);
}

export function namesOf<Table extends Fields>(table: Table): readonly (keyof Table & string)[] {
  return Object.keys(table);
}

/** The most characters that an agent can type into a field, or into each entry of a list. */
export function maxLengthOf({ typed }: Field): number {
  const text = typed instanceof z.ZodArray ? typed.element : typed;
  if (!(text instanceof z.ZodString) || text.maxLength === null) throw new Error('The field has no limit.');
  return text.maxLength;
}

export function isList({ stored }: Field): boolean {
  return stored instanceof z.ZodArray;
}

type StoredShape<Table extends Fields> = { readonly [Name in keyof Table]: Table[Name]['stored'] };
type TypedShape<Table extends Fields> = {
  readonly [Name in NamesWhere<Table, 'typed', z.ZodType>]: Extract<Table[Name]['typed'], z.ZodType>;
};
type Blanks<Table extends Fields> = {
  readonly [Name in Exclude<keyof Table, NamesWhere<Table, 'blank', undefined>>]: Value<Table[Name]>;
};

/** For the schema of the record. */
export function storedShape<Table extends Fields>(table: Table): StoredShape<Table> {
  return eachField(table, ({ stored }) => stored);
}

/** For the schema of what an agent enters. */
export function typedShape<Table extends Fields>(table: Table): TypedShape<Table> {
  return eachField(table, ({ typed }) => typed ?? undefined);
}

/** A record of which nothing is known. */
export function blanksOf<Table extends Fields>(table: Table): Blanks<Table> {
  return eachField(table, ({ blank }) => blank);
}

/**
 * What `of` makes of each field, by the field's name; a field that it makes nothing of is left out.
 *
 * The caller's type says what that is, field by field, which the compiler can not follow through a loop.
 */
export function eachField<Result>(table: Fields, of: (field: Field, name: string) => unknown): Result {
  const made = Object.entries(table).map(([name, field]) => [name, of(field, name)] as const);
  return Object.fromEntries(made.filter(([, value]) => value !== undefined)) as Result;
}
